/** What reading and rewriting SQL costs. */
@NullMarked
package io.djdbc.bench.sql;

import org.jspecify.annotations.NullMarked;
