/** The query builder beside hand-written JDBC and its peers: the same work, and the same objects as its result. */
@NullMarked
package io.djdbc.bench.queries;

import org.jspecify.annotations.NullMarked;
