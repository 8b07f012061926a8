package io.djdbc.conformance.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.conformance.queries.QueryCase;
import io.djdbc.dialect.QuerySyntax;
import io.djdbc.query.sql.Shapes;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A query whose shape is known gives the same statement as one that is built anew, with its own values. */
@DisplayName("known shapes of queries")
class ShapesTest {

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql", "mysql", "oracle"})
    void giveDjangosStatements(String backend) {
        List<String> failures = new ArrayList<>();
        int shapes = failures(backend, failures);
        System.out.println("known shapes, " + backend + ": " + shapes + ", failures: " + failures.size());
        assertThat(shapes).isGreaterThan(300);
        assertThat(failures).as("statements unlike Django's on %s", backend).isEmpty();
    }

    /** Each case first with other values of the same kinds, so that its own find the shape known. */
    static int failures(String backend, List<String> failures) {
        QuerySyntax syntax = QuerySyntax.of(backend.equals("mysql") ? "mariadb" : backend);
        Shapes shapes = new Shapes(syntax.emptyStringsAreNulls());
        for (QueryCase queryCase : QueryCase.all()) {
            String zone = queryCase.timezone() == null ? "UTC" : queryCase.timezone();
            String first = run(new SqlScript(syntax, zone, shapes, ShapesTest::other), queryCase);
            int known = shapes.size();
            SqlScript script = new SqlScript(syntax, zone, shapes, UnaryOperator.identity());
            String end = run(script, queryCase);
            SqlScript plain = new SqlScript(syntax, zone);
            String plainEnd = run(plain, queryCase);
            if (!text(script).equals(text(plain)) || !end.equals(plainEnd)) {
                failures.add(queryCase + "\n  shaped " + end + text(script) + "\n  plain  " + plainEnd + text(plain));
            } else if (shapes.size() != known && first.isEmpty()) {
                failures.add(queryCase + "\n  learned " + (shapes.size() - known) + " shapes again");
            }
        }
        return shapes.size();
    }

    private static String run(SqlScript script, QueryCase queryCase) {
        try {
            script.run(queryCase);
            return "";
        } catch (RuntimeException thrown) {
            return thrown.getClass().getName();
        }
    }

    private static String text(SqlScript script) {
        StringBuilder text = new StringBuilder();
        for (SqlScript.Statement statement : script.statements()) {
            text.append(statement.sql())
                    .append(" <- ")
                    .append(GoldenSql.bound(statement.parameters()))
                    .append("; ");
        }
        return text.toString();
    }

    /** Another value of the same kind. */
    private static @Nullable Object other(@Nullable Object value) {
        if (value instanceof String text) {
            return text.isEmpty() ? text : text.matches("[0-9:. -]+") ? text : "other " + text;
        } else if (value instanceof Integer number) {
            return number > 1900 && number < 2100 ? (Object) (number - 1) : (Object) (number + 3);
        } else if (value instanceof LocalDate date) {
            return date.minusDays(3);
        } else if (value instanceof OffsetDateTime time) {
            return time.minusHours(5);
        } else if (value instanceof LocalTime time) {
            return time.minusMinutes(7);
        } else if (value instanceof Duration duration) {
            return duration.plusSeconds(9);
        } else if (value instanceof BigDecimal decimal) {
            return decimal.add(BigDecimal.ONE);
        } else if (value instanceof UUID uuid) {
            return new UUID(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits() + 1);
        } else if (value instanceof List<?> list) {
            List<@Nullable Object> others = new ArrayList<>();
            list.forEach(member -> others.add(other(member)));
            return others;
        }
        return value instanceof Map ? Map.of("other", 1) : value;
    }
}
