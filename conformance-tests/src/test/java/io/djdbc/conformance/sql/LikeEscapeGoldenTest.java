package io.djdbc.conformance.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.djdbc.conformance.databases.DatabaseKit;
import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.TestDatabase;
import io.djdbc.dialect.Lookup;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every lookup of golden/like_escape.json: Django's own SQL, and the lookup escapes, find the rows that Django finds. */
@DisplayName("LIKE and lookups: golden/like_escape.json")
@EachDatabase({"sqlite", "postgresql", "mariadb", "mysql", "h2"})
class LikeEscapeGoldenTest extends DatabaseKit {
    private static final Pattern PLACEHOLDER = Pattern.compile("%s|%%");

    private final SampleTable table;
    private final List<String> differences = new ArrayList<>();
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

    // ---- Django's own SQL through the driver

    @Test
    void djangosSqlFindsWhatItFoundInDjango() throws SQLException {
        if (database.is("h2")) {
            return; // Django does not speak to it
        }
        boolean knowsZones = knowsZones();
        for (GoldenCase golden : GoldenCase.all()) {
            JsonNode where = golden.where(backend());
            List<Integer> expected = golden.match(backend());
            boolean mariaDbsRegex = database.is("mysql") && golden.lookup().contains("regex");
            boolean mariaDbs = database.is("mysql") && golden.field().equals("uid"); // which has a type for it
            if (where != null && expected != null && !mariaDbsRegex && !mariaDbs) {
                List<Object> parameters = new ArrayList<>();
                String sql = bound(where, parameters);
                if (knowsZones || !sql.contains("CONVERT_TZ")) {
                    compare(golden, sql, parameters, expected);
                }
            }
        }
        report(1_250);
    }

    /** A server without time zone tables, as the embedded MariaDB, cannot answer what asks for them. */
    private boolean knowsZones() throws SQLException {
        if (!database.is("mariadb", "mysql")) {
            return true;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT CONVERT_TZ('2001-01-01 00:00:00', 'UTC', 'Asia/Kolkata')")) {
            row.next();
            return row.getString(1) != null;
        }
    }

    private String bound(JsonNode where, List<Object> parameters) {
        Matcher matcher = PLACEHOLDER.matcher(where.get("sql").asText());
        StringBuilder sql = new StringBuilder();
        int index = 0;
        while (matcher.find()) {
            String with = matcher.group().equals("%%")
                    ? "%"
                    : placeholder(where.get("params").get(index++), parameters);
            matcher.appendReplacement(sql, Matcher.quoteReplacement(with));
        }
        return matcher.appendTail(sql).toString();
    }

    /** As Django's own drivers: psycopg2 writes typed literals, the others bind. */
    private String placeholder(JsonNode value, List<Object> parameters) {
        if (value.isTextual()) {
            parameters.add(value.asText());
            return "?";
        }
        if (value.isNull() || value.isNumber() || value.isBoolean()) {
            return value.asText();
        }
        String kind = value.fieldNames().next();
        String text = value.get(kind).asText();
        if (kind.equals("$decimal")) {
            return database.is("sqlite") ? "'" + text + "'" : text;
        }
        parameters.add(kind.equals("$uuid") && database.is("mysql") ? text.replace("-", "") : text);
        return database.is("postgresql")
                ? switch (kind) {
                    case "$date" -> "?::date";
                    case "$datetime" -> "?::timestamptz";
                    case "$time" -> "?::time";
                    case "$duration" -> "?::interval";
                    case "$uuid" -> "?::uuid";
                    case "$inet" -> "?::inet";
                    default -> throw new IllegalArgumentException(kind);
                }
                : "?";
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
        report(500);
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
        report(500);
    }

    private boolean isText(GoldenCase golden) {
        boolean undashed = golden.field().equals("uid") && database.is("sqlite", "mysql");
        return golden.escape() != null
                && !golden.value().isNull()
                && expected(golden) != null
                && !undashed; // Django takes the dashes out of the value, as it knows the column
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
        try {
            List<Integer> found = table.keys(connection, where, parameters);
            if (!found.equals(expected)) {
                differences.add(golden.id() + " " + where + " " + parameters + ": " + found + ", not " + expected);
            }
        } catch (SQLException e) {
            differences.add(golden.id() + " " + where + " " + parameters + ": " + e.getMessage());
        }
    }

    private void report(int atLeast) {
        assertThat(differences).as("differences from Django on %s", database).isEmpty();
        assertThat(asked).isGreaterThan(atLeast);
    }
}
