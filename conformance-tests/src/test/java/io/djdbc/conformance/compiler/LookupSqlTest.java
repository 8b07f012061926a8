package io.djdbc.conformance.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.djdbc.conformance.databases.Golden;
import io.djdbc.conformance.golden.GoldenModels;
import io.djdbc.dialect.QuerySyntax;
import io.djdbc.query.EmptyResultSetException;
import io.djdbc.query.Q;
import io.djdbc.query.model.Model;
import io.djdbc.query.sql.CompiledSelect;
import io.djdbc.query.sql.Compiler;
import io.djdbc.query.sql.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every lookup's WHERE clause of like_escape.json: the very text and parameters of Django's. */
@DisplayName("SQL of every lookup")
class LookupSqlTest {

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql", "mysql", "oracle"})
    void isDjangosOwn(String backend) {
        List<String> failures = new ArrayList<>();
        int compared = failures(backend, failures);
        System.out.println(
                "lookups, " + backend + ": passed / compared " + (compared - failures.size()) + " / " + compared);
        assertThat(compared).isGreaterThan(Golden.isOwn("like_escape.json") ? 1000 : 0);
        assertThat(failures).as("lookups unlike Django's on %s", backend).isEmpty();
    }

    static int failures(String backend, List<String> failures) {
        QuerySyntax syntax = QuerySyntax.of(backend.equals("mysql") ? "mariadb" : backend);
        Model sample = Objects.requireNonNull(GoldenModels.models().model("Sample"));
        int compared = 0;
        for (JsonNode one : Golden.read("like_escape.json").get("cases")) {
            compared++;
            String expected = expected(one, backend);
            String actual = actual(one, syntax, sample);
            if (!expected.equals(actual)) {
                failures.add(one.get("id").asText() + " " + one.get("python").asText() + "\n  ours   " + actual
                        + "\n  Django " + expected);
            }
        }
        return compared;
    }

    private static String expected(JsonNode one, String backend) {
        if (one.has("exception")) {
            return "exception";
        }
        JsonNode where = one.get("where").get(backend);
        if (where.has("exception") || where.has("$exception")) {
            return "exception";
        }
        if (where.path("empty").asBoolean()) {
            return "empty";
        }
        return GoldenSql.jdbc(where.get("sql").asText()) + " <- " + GoldenSql.recorded(where.get("params"));
    }

    private static String actual(JsonNode one, QuerySyntax syntax, Model sample) {
        String zone = one.path("timezone").asText("UTC");
        AstReader reader = new SqlScript(syntax, zone).reader();
        try {
            Query query = new Query(sample, syntax.emptyStringsAreNulls());
            String path = one.get("field").asText() + "__" + one.get("lookup").asText();
            Q condition = Q.of(path, reader.value(one.get("value")));
            query.addQ(one.path("negated").asBoolean() ? condition.not() : condition);
            CompiledSelect select = new Compiler(syntax, zone).select(query);
            int where = select.sql().indexOf(" WHERE ");
            return (where < 0 ? "" : select.sql().substring(where + 7)) + " <- " + GoldenSql.bound(select.parameters());
        } catch (EmptyResultSetException empty) {
            return "empty";
        } catch (RuntimeException exception) {
            return "exception";
        }
    }
}
