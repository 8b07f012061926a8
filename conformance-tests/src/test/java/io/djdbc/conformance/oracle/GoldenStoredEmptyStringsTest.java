package io.djdbc.conformance.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.djdbc.conformance.databases.DatabaseKit;
import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.Golden;
import io.djdbc.conformance.databases.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the writes of oracle_nulls.json store through djdbc, and what its fields' columns are read as. */
@DisplayName("Oracle: golden writes and columns with ''")
@EachDatabase({"h2", "oracle"})
class GoldenStoredEmptyStringsTest extends DatabaseKit {
    private static final JsonNode GOLDEN = Golden.read("oracle_nulls.json");
    private static final Pattern INSERT = Pattern.compile("INSERT INTO (\\S+) \\(([^)]*)\\) .*");
    private static final Pattern SET = Pattern.compile("(\"\\w+\") = (?:%s|NULL)");

    private final OracleMode oracle;
    private Connection adapted;

    GoldenStoredEmptyStringsTest(TestDatabase database) {
        super(database);
        oracle = new OracleMode(database);
    }

    @BeforeEach
    void makeTables() throws SQLException {
        oracle.prepare(GoldenTables.create(true).toArray(new String[0]));
        adapted = oracle.open();
    }

    @AfterEach
    void dropTables() throws SQLException {
        adapted.close();
        oracle.close();
    }

    // ---- writes

    @Test
    @DisplayName("what Django writes is sent as it is, and read as it was given")
    void writes() throws SQLException {
        int rows = 0;
        for (JsonNode write : GOLDEN.get("writes")) {
            for (JsonNode statement : write.get("oracle").get("statements")) {
                String sql = statement.get("sql").asText();
                String text = withValues(sql, statement.get("params"));
                assertThat(adapted.nativeSQL(text)).isEqualTo(text);
                rows += sql.startsWith("INSERT") ? inserted(sql, statement) : updated(sql, statement);
            }
        }
        System.out.println("oracle_nulls.json, writes, " + database.name() + ": "
                + GOLDEN.get("writes").size() + " statements, " + rows + " rows stored");
        assertThat(rows).isPositive();
        if (Golden.isOwn("oracle_nulls.json")) {
            assertThat(rows).isEqualTo(15);
        }
    }

    private static String withValues(String sql, JsonNode values) {
        String text = sql;
        for (JsonNode value : values) {
            text = text.replaceFirst("%s", value.isTextual() && value.asText().isEmpty() ? "''" : "?");
        }
        return text;
    }

    private int inserted(String sql, JsonNode statement) throws SQLException {
        Matcher parts = INSERT.matcher(sql);
        assertThat(parts.matches()).as(sql).isTrue();
        String table = parts.group(1);
        String[] columns = parts.group(2).split(", ");
        List<JsonNode> values = new ArrayList<>();
        statement.get("params").forEach(values::add);
        values.removeIf(value -> value.has("$returning"));
        oracle.prepare("DELETE FROM " + table);
        assertThat(run(read(sql), values)).isEqualTo(values.size() / columns.length);
        try (Statement query = adapted.createStatement();
                ResultSet row = query.executeQuery("SELECT " + parts.group(2) + " FROM " + table + " ORDER BY ID")) {
            for (int i = 0; i < values.size(); i++) {
                if (i % columns.length == 0) {
                    assertThat(row.next()).isTrue();
                }
                compare(row, i % columns.length + 1, values.get(i));
            }
        }
        return values.size() / columns.length;
    }

    private int updated(String sql, JsonNode statement) throws SQLException {
        String table = sql.split(" ")[1];
        oracle.prepare("DELETE FROM " + table, "INSERT INTO " + table + " (ID) VALUES (1)");
        List<JsonNode> values = new ArrayList<>();
        statement.get("params").forEach(values::add);
        assertThat(run(sql, values)).isEqualTo(1);
        Matcher set = SET.matcher(sql.substring(0, sql.indexOf(" WHERE ")));
        while (set.find()) {
            try (Statement query = adapted.createStatement();
                    ResultSet row = query.executeQuery("SELECT " + set.group(1) + " FROM " + table)) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).as(sql).isEmpty();
                assertThat(row.wasNull()).isFalse();
            }
        }
        return 1;
    }

    /** In words that H2 reads as well; the key that RETURNING gives is of no concern here. */
    private String read(String sql) {
        String plain = sql.replaceAll(" RETURNING .*", "");
        return oracle.isOracle()
                ? plain
                : plain.replaceAll("(?<=SELECT |, )%s(?= col_|,| FROM)", "CAST(%s AS VARCHAR(300))")
                        .replaceAll("TO_N?CLOB\\(%s\\)", "CAST(%s AS VARCHAR(300))")
                        .replace("TO_BLOB(%s)", "CAST(%s AS VARBINARY(300))")
                        .replace("TO_NUMBER(%s)", "CAST(%s AS NUMERIC(19))")
                        .replace("TO_DATE(%s)", "CAST(%s AS DATE)")
                        .replace("TO_TIMESTAMP(%s)", "CAST(%s AS TIMESTAMP)")
                        .replaceAll("CAST\\(%s as INTERVAL [^)]*\\) TO SECOND\\(6\\)\\)", "CAST(%s AS NUMERIC(19))");
    }

    private int run(String sql, List<JsonNode> values) throws SQLException {
        try (PreparedStatement statement = adapted.prepareStatement(sql.replace("%s", "?"))) {
            for (int i = 0; i < values.size(); i++) {
                GoldenFilter.bind(statement, i + 1, values.get(i));
            }
            return statement.executeUpdate();
        }
    }

    /** A text is read as it was given, and one that was not given as ''; anything else that was not given is NULL. */
    private static void compare(ResultSet row, int column, JsonNode given) throws SQLException {
        String name = row.getMetaData().getColumnName(column);
        if (given.has("$binary")) {
            byte[] read = row.getBytes(column);
            assertThat(read == null || read.length == 0).as(name).isTrue(); // NULL on Oracle
        } else if (row.getMetaData().getColumnTypeName(column).contains("CHAR")) {
            assertThat(row.getString(column)).as(name).isEqualTo(given.isNull() ? "" : given.asText());
            assertThat(row.wasNull()).as(name).isFalse();
        } else if (given.isNull()) {
            assertThat(row.getObject(column)).as(name).isNull();
            assertThat(row.wasNull()).as(name).isTrue();
        } else {
            assertThat(row.getInt(column))
                    .as(name)
                    .isEqualTo(given.isBoolean() ? given.asBoolean() ? 1 : 0 : given.asInt());
        }
    }

    // ---- fields

    /** A driver sees columns, not fields: what each of these reads that a field reads otherwise, and why. */
    private static final Map<String, String> OTHER_FIELDS = Map.of(
            "GenericIPAddressField", "a column of texts to the driver: '', not None",
            "JSONField", "a column of texts to the driver: '', not None",
            "UUIDField", "a column of texts to the driver: '', not None",
            "ForeignKey", "a column of texts to the driver: '', not None",
            "BinaryField", "no text: NULL, not b''");

    @Test
    @DisplayName("NULL in each kind of column is read as its field reads it, or listed")
    void fields() throws SQLException {
        Map<String, String> different = new TreeMap<>();
        int same = 0;
        int refused = 0;
        for (JsonNode field : GOLDEN.get("fields")) {
            String column = field.get("ddl").get("oracle").asText();
            oracle.prepare("CREATE TABLE DJDBC_FIELD (" + column + ")");
            if (column.contains("NOT NULL")) {
                assertThatThrownBy(() -> store("INSERT INTO DJDBC_FIELD VALUES ('')"))
                        .isInstanceOf(SQLIntegrityConstraintViolationException.class);
                refused++;
            } else {
                store("INSERT INTO DJDBC_FIELD VALUES (NULL)");
                String read = readField();
                JsonNode fetched = field.get("fetched");
                JsonNode django = (fetched.has("all") ? fetched.get("all") : fetched.get("oracle"))
                        .get(0)
                        .get(1);
                if (django.isNull()
                        ? read == null
                        : django.isTextual() && django.asText().equals(read)) {
                    same++;
                } else {
                    different.put(field.get("type").asText(), String.valueOf(read));
                }
            }
            oracle.drop("DJDBC_FIELD");
        }
        System.out.println("oracle_nulls.json, fields, " + database.name() + ": as Django's field " + same
                + ", '' refused by NOT NULL " + refused + ", kinds listed as different " + OTHER_FIELDS.size());
        assertThat(OTHER_FIELDS.keySet()).containsAll(different.keySet());
        if (Golden.isOwn("oracle_nulls.json")) {
            assertThat(same).isEqualTo(16);
            assertThat(refused).isEqualTo(2);
            assertThat(different.keySet()).isEqualTo(OTHER_FIELDS.keySet());
        }
        different.forEach(
                (kind, read) -> assertThat(read).as(kind).isEqualTo(kind.equals("BinaryField") ? "null" : ""));
    }

    private void store(String sql) throws SQLException {
        try (Statement statement = adapted.createStatement()) {
            statement.execute(sql);
        }
    }

    private String readField() throws SQLException {
        try (Statement statement = adapted.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM DJDBC_FIELD")) {
            assertThat(row.next()).isTrue();
            String read = row.getString(1);
            assertThat(row.wasNull()).isEqualTo(read == null);
            return read;
        }
    }

    // ---- related managers

    @Test
    @DisplayName("the rows of a related manager whose key is '' are found")
    void extra() throws SQLException {
        oracle.prepare(
                "INSERT INTO \"ODD_CITY\" VALUES (1, 'a', NULL, NULL)",
                "INSERT INTO \"ODD_CITY\" VALUES (2, 'b', 'FR', NULL)");
        List<String> found = new ArrayList<>();
        for (JsonNode extra : GOLDEN.get("extra")) {
            JsonNode statement = extra.get("postgresql").get("statements").get(0);
            String sql = statement.get("sql").asText().toUpperCase(Locale.ROOT).replace("%S", "?");
            try (PreparedStatement query = adapted.prepareStatement(sql)) {
                GoldenFilter.bind(query, 1, statement.get("params").get(0));
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        found.add(extra.get("id").asText() + " " + row.getString("name"));
                    }
                }
            }
        }
        assertThat(found).containsExactly("extra.01 a", "extra.02 b");
    }
}
