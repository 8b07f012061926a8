package io.djdbc.query.sql;

import io.djdbc.query.expression.Parameter;
import io.djdbc.query.model.Field;
import java.util.List;

/**
 * A compiled INSERT.
 *
 * @param sql the text, with {@code ?}
 * @param parameters one for each {@code ?}
 * @param returning the columns that the statement gives as a result; empty if it gives none, or if the database gives
 *     them as generated keys only
 */
public record CompiledInsert(String sql, List<Parameter> parameters, List<Field> returning) {}
