package io.djdbc.query.sql;

import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Parameter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A compiled SELECT.
 *
 * @param sql the text, with {@code ?}
 * @param parameters one for each {@code ?}
 * @param columns what is selected; the result may have more columns, which only its order needs
 * @param model which columns make the objects; null if there are none
 * @param annotations where the annotations, or the names of {@code values()}, are, by name
 */
public record CompiledSelect(
        String sql,
        List<Parameter> parameters,
        List<Expression> columns,
        @Nullable ModelColumns model,
        Map<String, Integer> annotations) {}
