/** A JDBC driver of near-zero cost: what a wrapper costs above it is the wrapper's own cost. */
@NullMarked
package io.djdbc.bench.stub;

import org.jspecify.annotations.NullMarked;
