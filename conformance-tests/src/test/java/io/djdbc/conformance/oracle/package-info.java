/** What Oracle does differently: its names, and '' that is NULL. */
@NullMarked
package io.djdbc.conformance.oracle;

import org.jspecify.annotations.NullMarked;
