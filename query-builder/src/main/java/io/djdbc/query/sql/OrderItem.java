package io.djdbc.query.sql;

import io.djdbc.query.expression.Fragment;
import io.djdbc.query.expression.OrderBy;

/** One expression of an ORDER BY. */
record OrderItem(OrderBy order, Fragment sql, Fragment operand, boolean reference) {}
