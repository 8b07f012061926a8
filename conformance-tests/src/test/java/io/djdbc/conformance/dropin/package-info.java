/** Applications that run on a vendor's URL, run on the djdbc URL, with an equal outcome. */
@NullMarked
package io.djdbc.conformance.dropin;

import org.jspecify.annotations.NullMarked;
