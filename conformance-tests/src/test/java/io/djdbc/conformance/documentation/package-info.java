/** What README and docs show is compiled, run and looked up. */
@NullMarked
package io.djdbc.conformance.documentation;

import org.jspecify.annotations.NullMarked;
