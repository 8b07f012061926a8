package io.djdbc.query.sql;

import io.djdbc.query.expression.Parameter;
import java.util.List;

/**
 * A compiled INSERT, UPDATE or DELETE.
 *
 * @param sql the text, with {@code ?}
 * @param parameters one for each {@code ?}
 */
public record CompiledStatement(String sql, List<Parameter> parameters) {}
