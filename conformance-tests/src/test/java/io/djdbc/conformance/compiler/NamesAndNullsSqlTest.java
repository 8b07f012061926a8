package io.djdbc.conformance.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.djdbc.conformance.databases.Golden;
import io.djdbc.conformance.queries.Pipeline;
import io.djdbc.dialect.QuerySyntax;
import io.djdbc.query.EmptyResultSetException;
import io.djdbc.query.sql.CompiledSelect;
import io.djdbc.query.sql.Compiler;
import io.djdbc.query.sql.Query;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queries over long and odd names (schema.json), and over '' and NULL (oracle_nulls.json): Django's text. */
@DisplayName("SQL of long names, and of '' and NULL")
class NamesAndNullsSqlTest {

    @ParameterizedTest
    @CsvSource({
        "schema.json,selects,sqlite", "schema.json,selects,postgresql", "schema.json,selects,mysql",
        "schema.json,selects,mysql8", "schema.json,selects,oracle", "oracle_nulls.json,filters,sqlite",
        "oracle_nulls.json,filters,postgresql", "oracle_nulls.json,filters,mysql", "oracle_nulls.json,filters,oracle"
    })
    void isDjangosOwn(String file, String part, String backend) {
        List<String> failures = new ArrayList<>();
        int compared = failures(file, part, backend, failures);
        System.out.println(
                file + ", " + backend + ": passed / compared " + (compared - failures.size()) + " / " + compared);
        assertThat(compared).isPositive();
        assertThat(failures).as("queries unlike Django's on %s", backend).isEmpty();
    }

    static int failures(String file, String part, String backend, List<String> failures) {
        QuerySyntax syntax = QuerySyntax.of(
                switch (backend) {
                    case "mysql" -> "mariadb";
                    case "mysql8" -> "mysql";
                    default -> backend;
                });
        int compared = 0;
        for (JsonNode one : Golden.read(file).get(part)) {
            compared++;
            String expected = expected(one.get(backend));
            String actual = actual(one.get("python").asText(), syntax);
            if (!expected.equals(actual)) {
                failures.add(one.get("id").asText() + " " + one.get("python").asText() + "\n  ours   " + actual
                        + "\n  Django " + expected);
            }
        }
        return compared;
    }

    private static String expected(JsonNode recorded) {
        if (recorded.path("empty").asBoolean()) {
            return "empty";
        }
        return GoldenSql.jdbc(recorded.get("sql").asText()) + " <- " + GoldenSql.recorded(recorded.get("params"));
    }

    private static String actual(String python, QuerySyntax syntax) {
        try {
            Query query = (Query) new SqlScript(syntax, "UTC").value(Pipeline.of(PythonReader.pipeline(python)));
            CompiledSelect select = new Compiler(syntax, "UTC").select(query);
            return select.sql() + " <- " + GoldenSql.bound(select.parameters());
        } catch (EmptyResultSetException empty) {
            return "empty";
        }
    }
}
