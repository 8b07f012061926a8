package io.djdbc.conformance.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.djdbc.conformance.databases.DatabaseKit;
import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.Golden;
import io.djdbc.conformance.databases.TestDatabase;
import io.djdbc.dialect.Lookup;
import java.sql.Connection;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every text lookup of golden/like_escape.json, as a lookup escape, finds the rows that Django finds. */
@DisplayName("LIKE and lookups: golden/like_escape.json as escapes")
@EachDatabase({"sqlite", "postgresql", "mariadb", "mysql", "h2"})
class LikeEscapeGoldenTest extends DatabaseKit {
    private final SampleTable table;
    private final List<String> differences = new ArrayList<>();
    private final List<String> dashed = new ArrayList<>();
    private Connection connection;
    private int asked;

    LikeEscapeGoldenTest(TestDatabase database) {
        super(database);
        this.table = new SampleTable(database);
    }

    @BeforeEach
    void load() throws SQLException {
        connection = database.openDjdbc();
        table.create(connection, GoldenCase.FILE.get("rows"));
    }

    @AfterEach
    void drop() throws SQLException {
        table.drop(connection);
        connection.close();
    }

    private String backend() {
        return database.is("mariadb", "mysql") ? "mysql" : database.is("h2") ? "postgresql" : database.name();
    }

    // ---- the lookup escapes

    @Test
    void escapesWithParametersFindWhatDjangoFinds() throws SQLException {
        for (GoldenCase golden : GoldenCase.all()) {
            if (isText(golden)) {
                List<Object> parameters = new ArrayList<>();
                String right = golden.expression(table);
                if (right == null) {
                    JsonNode value = golden.value();
                    parameters.add(value.isNumber() ? value.asInt() : golden.text());
                    right = "?";
                }
                compare(golden, escape(golden, right), parameters, expected(golden));
            }
        }
        report("parameters", 588);
    }

    @Test
    void escapesWithLiteralsFindWhatDjangoFinds() throws SQLException {
        for (GoldenCase golden : GoldenCase.all()) {
            if (isText(golden) && golden.expression(table) == null) {
                String text = golden.text();
                String literal = database.is("mariadb", "mysql") ? text.replace("\\", "\\\\") : text;
                String right = golden.value().isNumber() ? text : "'" + literal.replace("'", "''") + "'";
                compare(golden, escape(golden, right), List.of(), expected(golden));
            }
        }
        report("literals", 557);
    }

    private boolean isText(GoldenCase golden) {
        return golden.escape() != null && !golden.value().isNull() && expected(golden) != null;
    }

    private String escape(GoldenCase golden, String right) {
        boolean address = golden.field().equals("ip") && database.is("postgresql");
        String column = table.quoted(golden.field());
        String left = address ? "HOST(" + column + ")" : column;
        String escape = "{" + golden.lookup() + " " + left + ", " + right + "}";
        return golden.isNegated() ? "NOT (" + escape + " AND " + column + " IS NOT NULL)" : escape;
    }

    private List<Integer> expected(GoldenCase golden) {
        boolean column = golden.escape() == Lookup.IEXACT && golden.expression(table) != null;
        if (column && database.is("sqlite", "mariadb", "mysql")) {
            return uniform(golden);
        }
        return golden.match(backend());
    }

    /**
     * {@code iexact} with a column on the right: Django's SQLite and MySQL read the column as a pattern, where PostgreSQL
     * compares it. Ours compares it everywhere: a row counts if both servers' Django agree, or if the texts are equal but
     * for the case of letters that the server ignores.
     */
    private List<Integer> uniform(GoldenCase golden) {
        List<Integer> keys = new ArrayList<>();
        for (JsonNode row : GoldenCase.FILE.get("rows")) {
            JsonNode left = row.get(golden.field());
            boolean function = golden.value().has("$func");
            JsonNode path = function ? golden.value().get("args").get(0) : golden.value();
            JsonNode right = row.get(path.get("$f").asText());
            if (!left.isNull() && !right.isNull() && folded(left.asText()).equals(folded(right.asText()))) {
                keys.add(row.get("id").asInt());
            }
        }
        return keys;
    }

    /** SQLite ignores the case of ASCII letters; the collation of MariaDB and MySQL that of all letters, and accents. */
    private String folded(String text) {
        if (!database.is("sqlite")) {
            return Normalizer.normalize(text, Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "")
                    .toUpperCase(Locale.ROOT);
        }
        StringBuilder folded = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < 128) {
                folded.setCharAt(i, Character.toUpperCase(text.charAt(i)));
            }
        }
        return folded.toString();
    }

    // ---- comparison

    private void compare(GoldenCase golden, String where, List<Object> parameters, List<Integer> expected) {
        asked++;
        String found;
        try {
            found = table.keys(connection, where, parameters).toString();
        } catch (SQLException e) {
            found = e.getMessage();
        }
        boolean equal = found.equals(expected.toString());
        if (isDashed(golden)) {
            dashed.add(golden.id());
            equal = !equal;
        }
        if (!equal) {
            differences.add(golden.id() + " " + where + " " + parameters + ": " + found + ", in Django " + expected);
        }
    }

    /**
     * Django's SQLite and MySQL keep UUIDs as text without dashes. Django, which knows the column, takes them out of the
     * value; djdbc, which does not, cannot, and finds nothing where Django finds something.
     */
    private boolean isDashed(GoldenCase golden) {
        return database.is("sqlite", "mysql")
                && golden.field().equals("uid")
                && golden.text().contains("-")
                && !expected(golden).isEmpty();
    }

    private void report(String form, int all) {
        System.out.println("like_escape.json, escapes with " + form + ", " + database.name() + ": asked " + asked
                + ", UUIDs with dashes, which must differ, " + dashed.size());
        assertThat(differences)
                .as("neither equal to Django nor said to differ on %s", database)
                .isEmpty();
        assertThat(asked).isPositive();
        if (Golden.isOwn("like_escape.json")) {
            assertThat(asked).isEqualTo(all);
            assertThat(dashed).hasSize(database.is("sqlite", "mysql") ? 3 : 0);
        }
    }
}
