/** Expressions of queries: columns, values, arithmetic, functions, aggregates, subqueries, and the SQL of each. */
@NullMarked
package io.djdbc.query.expression;

import org.jspecify.annotations.NullMarked;
