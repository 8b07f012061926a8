package io.djdbc.conformance.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.djdbc.conformance.databases.DatabaseKit;
import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.Golden;
import io.djdbc.conformance.databases.TestDatabase;
import io.djdbc.conformance.databases.TimeZoneTables;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Django's own SQL for every lookup of golden/like_escape.json finds through the driver what it found in Django. */
@DisplayName("LIKE and lookups: golden/like_escape.json as Django sends it")
@EachDatabase({"sqlite", "postgresql", "mariadb", "mysql"})
class LikeDjangoSqlTest extends DatabaseKit {
    private static final Pattern PLACEHOLDER = Pattern.compile("%s|%%");
    private static final Pattern REGEX =
            Pattern.compile("(`\\w+`\\.`\\w+`|\\w+\\(.*\\)) REGEXP (BINARY )?(%s|\\(.*\\))(?=\\)|$)");

    private final SampleTable table;
    private Connection connection;

    LikeDjangoSqlTest(TestDatabase database) {
        super(database);
        this.table = new SampleTable(database);
    }

    @BeforeEach
    void load() throws SQLException {
        connection = database.openDjdbc();
        table.create(connection, GoldenCase.FILE.get("rows"));
        if (database.is("mariadb", "mysql")) {
            try (Connection bare = database.open();
                    Statement statement = bare.createStatement()) {
                TimeZoneTables.load(statement, List.of("Asia/Kolkata", "America/Chicago"));
            }
        }
    }

    @AfterEach
    void drop() throws SQLException {
        table.drop(connection);
        connection.close();
    }

    private String backend() {
        return database.is("mariadb") ? "mysql" : database.name();
    }

    @Test
    void findsWhatItFoundInDjango() throws SQLException {
        List<String> differences = new ArrayList<>();
        int asked = 0;
        int nothingSent = 0;
        int undetermined = 0;
        for (GoldenCase golden : GoldenCase.all()) {
            JsonNode where = golden.where(backend());
            List<Integer> expected = golden.match(backend());
            if (where == null) {
                nothingSent++; // an exception, no row or each row: nothing of it is SQL
            } else if (expected == null) {
                undetermined++; // depends on server and driver, says the golden data
            } else {
                List<Object> parameters = new ArrayList<>();
                String sql = bound(golden, where, parameters);
                asked++;
                try {
                    List<Integer> found = table.keys(connection, sql, parameters);
                    if (!found.equals(expected)) {
                        differences.add(
                                golden.id() + " " + sql + " " + parameters + ": " + found + ", not " + expected);
                    }
                } catch (SQLException e) {
                    differences.add(golden.id() + " " + sql + " " + parameters + ": " + e.getMessage());
                }
            }
        }
        System.out.println("like_escape.json, Django's SQL, " + database.name() + ": asked " + asked + ", nothing sent "
                + nothingSent + ", undetermined " + undetermined);
        assertThat(differences).as("differences from Django on %s", database).isEmpty();
        assertThat(asked).isPositive();
        if (Golden.isOwn("like_escape.json")) {
            assertThat(asked + nothingSent + undetermined).isEqualTo(1_443);
            assertThat(asked).isGreaterThan(1_370);
        }
    }

    /** What Django sends to MySQL: the golden data has MariaDB's. */
    private String text(JsonNode where) {
        String sql = where.get("sql").asText();
        Matcher matcher = REGEX.matcher(sql);
        return database.is("mysql")
                ? matcher.replaceAll(regex -> Matcher.quoteReplacement("REGEXP_LIKE(" + regex.group(1) + ", "
                        + regex.group(3) + ", '" + (regex.group(2) == null ? "i" : "c") + "')"))
                : sql;
    }

    private String bound(GoldenCase golden, JsonNode where, List<Object> parameters) {
        Matcher matcher = PLACEHOLDER.matcher(text(where));
        StringBuilder sql = new StringBuilder();
        int index = 0;
        while (matcher.find()) {
            String with = matcher.group().equals("%%")
                    ? "%"
                    : placeholder(golden, where.get("params").get(index++), parameters);
            matcher.appendReplacement(sql, Matcher.quoteReplacement(with));
        }
        return matcher.appendTail(sql).toString();
    }

    /** As Django's own drivers: psycopg2 writes typed literals, the others bind. */
    private String placeholder(GoldenCase golden, JsonNode value, List<Object> parameters) {
        if (value.isTextual()) {
            parameters.add(golden.field().equals("uid") ? stored(value.asText()) : value.asText());
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
        parameters.add(kind.equals("$uuid") ? stored(text) : text);
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

    /** MySQL has no UUIDs, as MariaDB has: Django keeps them as text without dashes. */
    private String stored(String uuid) {
        return database.is("mysql") ? uuid.replace("-", "") : uuid;
    }
}
