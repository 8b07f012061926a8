/** The work as hand-written JDBC, djdbc and each of its peers do it. */
@NullMarked
package io.djdbc.bench.queries.mapper;

import org.jspecify.annotations.NullMarked;
