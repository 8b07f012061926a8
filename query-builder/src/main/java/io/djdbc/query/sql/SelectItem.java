package io.djdbc.query.sql;

import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Fragment;
import org.jspecify.annotations.Nullable;

/** One expression of a SELECT list, with its SQL and alias. */
record SelectItem(
        Expression expression, Fragment sql, @Nullable String alias) {}
