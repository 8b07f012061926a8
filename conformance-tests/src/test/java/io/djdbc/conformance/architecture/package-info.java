/** The rules of the house, as tests. */
@NullMarked
package io.djdbc.conformance.architecture;

import org.jspecify.annotations.NullMarked;
