/** A query as data (Django's {@code sql.Query}) and its compilers to SQL. */
@NullMarked
package io.djdbc.query.sql;

import org.jspecify.annotations.NullMarked;
