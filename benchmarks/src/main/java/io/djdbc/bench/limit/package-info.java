/** The cheapest wrapper that can be written by hand: what a wrapping driver can hope to reach. */
@NullMarked
package io.djdbc.bench.limit;

import org.jspecify.annotations.NullMarked;
