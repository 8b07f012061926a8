package io.djdbc.conformance.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.djdbc.conformance.databases.DatabaseKit;
import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.TestDatabase;
import io.djdbc.driver.LookupSyntaxException;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A pattern means the same by whichever setter it is bound, prepared by whichever method. */
@DisplayName("LIKE and lookups: every setter")
@EachDatabase({"sqlite", "postgresql", "mariadb", "mysql", "h2"})
class BoundPatternTest extends DatabaseKit {
    private Connection connection;

    BoundPatternTest(TestDatabase database) {
        super(database);
    }

    interface Setter {
        void set(PreparedStatement statement, String value) throws SQLException;
    }

    @BeforeEach
    void store() throws SQLException {
        connection = database.openDjdbc();
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS bound_pattern");
            statement.execute("CREATE TABLE bound_pattern (id INT NOT NULL PRIMARY KEY, s VARCHAR(100))");
            boolean doubled = database.is("mariadb", "mysql");
            String rows = "(1, '50%'), (2, '500'), (3, 'c:\\dir'), (4, 'c:dir'), (5, 'end\\'), (6, 'a_b'), (7, 'axb'),"
                    + " (8, '-1.50'), (9, NULL)";
            statement.execute("INSERT INTO bound_pattern VALUES " + (doubled ? rows.replace("\\", "\\\\") : rows));
        }
    }

    @AfterEach
    void drop() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE bound_pattern");
        }
        connection.close();
    }

    private static Map<String, Setter> setters() {
        Map<String, Setter> setters = new LinkedHashMap<>();
        setters.put("setString", (s, v) -> s.setString(1, v));
        setters.put("setNString", (s, v) -> s.setNString(1, v));
        setters.put("setObject", (s, v) -> s.setObject(1, v));
        setters.put("setObject VARCHAR", (s, v) -> s.setObject(1, v, Types.VARCHAR));
        setters.put("setObject VARCHAR scale", (s, v) -> s.setObject(1, v, Types.VARCHAR, v.length()));
        setters.put("setObject SQLType", (s, v) -> s.setObject(1, v, JDBCType.VARCHAR));
        setters.put("setObject SQLType scale", (s, v) -> s.setObject(1, v, JDBCType.VARCHAR, v.length()));
        setters.put("setCharacterStream", (s, v) -> s.setCharacterStream(1, new StringReader(v)));
        setters.put("setCharacterStream int", (s, v) -> s.setCharacterStream(1, more(v), v.length()));
        setters.put("setCharacterStream long", (s, v) -> s.setCharacterStream(1, more(v), (long) v.length()));
        setters.put("setNCharacterStream", (s, v) -> s.setNCharacterStream(1, new StringReader(v)));
        setters.put("setNCharacterStream long", (s, v) -> s.setNCharacterStream(1, more(v), v.length()));
        setters.put("setAsciiStream", (s, v) -> s.setAsciiStream(1, bytes(v)));
        setters.put("setAsciiStream int", (s, v) -> s.setAsciiStream(1, bytes(v + "x"), v.length()));
        setters.put("setAsciiStream long", (s, v) -> s.setAsciiStream(1, bytes(v + "x"), (long) v.length()));
        setters.put("setClob reader", (s, v) -> s.setClob(1, new StringReader(v)));
        setters.put("setClob reader long", (s, v) -> s.setClob(1, more(v), v.length()));
        setters.put("setNClob reader", (s, v) -> s.setNClob(1, new StringReader(v)));
        setters.put("setClob", (s, v) -> {
            Clob clob = s.getConnection().createClob();
            clob.setString(1, v);
            s.setClob(1, clob);
        });
        return setters;
    }

    private static StringReader more(String value) {
        return new StringReader(value + "more");
    }

    private static ByteArrayInputStream bytes(String value) {
        return new ByteArrayInputStream(value.getBytes(StandardCharsets.US_ASCII));
    }

    private List<Integer> ids(PreparedStatement statement) throws SQLException {
        List<Integer> ids = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getInt(1));
            }
        }
        return ids;
    }

    private String outcome(Connection by, String condition, Setter setter, String value) throws SQLException {
        try (PreparedStatement statement =
                by.prepareStatement("SELECT id FROM bound_pattern WHERE " + condition + " ORDER BY id")) {
            setter.set(statement, value);
            return ids(statement).toString();
        } catch (SQLFeatureNotSupportedException e) {
            return "not supported";
        } catch (SQLException e) {
            return "error: " + e.getMessage();
        }
    }

    /** Why a setter of the vendor's own does not bind a text, so that no pattern is bound by it either; null: it does. */
    private @Nullable String reason(String setter, String condition) {
        return database.is("postgresql") && setter.startsWith("setClob reader") && !condition.startsWith("{")
                ? "pgjdbc stores a large object, which is no text: LIKE is given its number"
                : null;
    }

    /** How many setters the vendor's driver has; the others throw, as on the bare driver. */
    private int tryAll(String condition, String value, Integer... expected) throws SQLException {
        int done = 0;
        String found = List.of(expected).toString();
        for (Map.Entry<String, Setter> setter : setters().entrySet()) {
            String name = database.name() + " " + condition + " " + setter.getKey();
            String outcome = outcome(connection, condition, setter.getValue(), value);
            String reason = reason(setter.getKey(), condition);
            if (outcome.equals("not supported")) {
                try (Connection bare = database.open()) {
                    assertThat(outcome(bare, "s LIKE ?", setter.getValue(), value))
                            .as(name)
                            .isEqualTo(outcome);
                }
            } else if (reason != null) {
                assertThat(outcome).as(name + " is listed: " + reason).isNotEqualTo(found);
            } else {
                assertThat(outcome).as(name).isEqualTo(found);
                done++;
            }
        }
        return done;
    }

    @Test
    void everySetterBindsAPattern() throws SQLException {
        int done = tryAll("s LIKE ?", "50\\%", 1);
        done += tryAll("s LIKE ?", "c:\\\\dir", 3);
        done += tryAll("s LIKE ?", "c:\\dir", 4);
        done += tryAll("s LIKE ?", "end\\", 5);
        done += tryAll("s LIKE ? AND id < 3", "50%", 1, 2);
        assertThat(done).isGreaterThan(5 * 6);
    }

    @Test
    void everySetterBindsALookupsValue() throws SQLException {
        int done = tryAll("{contains s, ?}", "0%", 1);
        done += tryAll("{startswith s, ?}", "c:\\", 3);
        done += tryAll("{endswith s, ?}", "\\", 5);
        done += tryAll("{iexact s, ?}", "A_B", 6);
        done += tryAll("{regex s, ?}", "^a.b$", 6, 7);
        assertThat(done).isGreaterThan(5 * 6);
    }

    @Test
    void numbersAreTextInLookups() throws SQLException {
        List<Setter> fifties = List.of(
                (s, v) -> s.setInt(1, 50),
                (s, v) -> s.setLong(1, 50),
                (s, v) -> s.setShort(1, (short) 50),
                (s, v) -> s.setByte(1, (byte) 50),
                (s, v) -> s.setBigDecimal(1, new BigDecimal("50")),
                (s, v) -> s.setObject(1, 50),
                (s, v) -> s.setObject(1, 50, Types.INTEGER));
        for (Setter setter : fifties) {
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT id FROM bound_pattern WHERE {startswith s, ?} ORDER BY id")) {
                setter.set(statement, "");
                assertThat(ids(statement)).containsExactly(1, 2);
            }
        }
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT id FROM bound_pattern WHERE {contains s, ?}")) {
            statement.setDouble(1, -1.5);
            assertThat(ids(statement)).containsExactly(8);
        }
    }

    @Test
    void nullFindsNothing() throws SQLException {
        for (String condition : List.of("s LIKE ?", "{contains s, ?}", "{iexact s, ?}")) {
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT id FROM bound_pattern WHERE " + condition)) {
                statement.setNull(1, Types.VARCHAR);
                assertThat(ids(statement)).isEmpty();
                statement.setString(1, null);
                assertThat(ids(statement)).isEmpty();
                statement.setObject(1, null);
                assertThat(ids(statement)).isEmpty();
            }
        }
    }

    @Test
    void batchesAndClearedParametersKeepTheirValues() throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE bound_pattern SET s = NULL WHERE {endswith s, ?} OR s LIKE ?")) {
            statement.setString(1, "%");
            statement.setString(2, "end\\");
            statement.addBatch();
            statement.clearParameters();
            statement.setString(1, "nothing");
            statement.setString(2, "a\\_b");
            statement.addBatch();
            assertThat(statement.executeBatch()).containsExactly(2, 1);
            statement.setString(1, "_");
            statement.setString(2, "\\%");
            assertThat(statement.executeUpdate()).isZero();
        }
    }

    @Test
    void everyWayOfPreparingIsRewritten() throws SQLException {
        String sql = "SELECT id FROM bound_pattern WHERE {contains s, ?}";
        List<PreparedStatement> statements = new ArrayList<>(List.of(
                connection.prepareStatement(sql),
                connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY),
                connection.prepareStatement(
                        sql,
                        ResultSet.TYPE_FORWARD_ONLY,
                        ResultSet.CONCUR_READ_ONLY,
                        ResultSet.CLOSE_CURSORS_AT_COMMIT)));
        if (database.is("sqlite", "mariadb")) { // these prepare nothing but calls so
            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> connection.prepareCall(sql));
        } else {
            statements.add(connection.prepareCall(sql));
        }
        for (PreparedStatement statement : statements) {
            statement.setString(1, "%");
            assertThat(ids(statement)).containsExactly(1);
            statement.close();
        }
        String literal = "SELECT id FROM bound_pattern WHERE {contains s, '%'}";
        try (Statement statement = connection.createStatement()) {
            assertThat(statement.execute(literal)).isTrue();
            statement.addBatch("UPDATE bound_pattern SET s = 'x' WHERE {iexact s, 'A_B'}");
            statement.addBatch("UPDATE bound_pattern SET s = 'y' WHERE {iexact s, 'x'}");
            assertThat(statement.executeBatch()).containsExactly(1, 1);
            assertThat(statement.executeUpdate("DELETE FROM bound_pattern WHERE {iexact s, 'Y'}"))
                    .isEqualTo(1);
        }
        assertThat(connection.nativeSQL(sql)).doesNotContain("{contains");
    }

    @Test
    void withoutEscapeProcessingLookupsAreTheVendors() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> statement.execute("SELECT id FROM bound_pattern WHERE {contains s, '%'}"))
                    .isNotInstanceOf(LookupSyntaxException.class);
        }
    }

    @Test
    void mistakesDoNotReachTheServer() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            assertThatExceptionOfType(LookupSyntaxException.class)
                    .isThrownBy(() -> statement.execute("SELECT {contains s}"))
                    .withMessageContaining("contains")
                    .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("42601"));
        }
        assertThatExceptionOfType(LookupSyntaxException.class)
                .isThrownBy(() -> connection.prepareStatement("SELECT {contains s}"));
    }

    @Test
    void nativeLeavesLikeAlone() throws SQLException {
        try (Connection bare = database.open();
                Connection plain = database.openDjdbc("SEMANTICS=native");
                Connection lookupsOnly = database.openDjdbc("LIKE_ESCAPE=native")) {
            String like = "SELECT id FROM bound_pattern WHERE s LIKE 'end\\'";
            assertThat(outcome(plain, like)).isEqualTo(outcome(bare, like));
            assertThat(outcome(lookupsOnly, like)).isEqualTo(outcome(bare, like));
            String lookup = "SELECT id FROM bound_pattern WHERE {contains s, '%'}";
            assertThat(outcome(plain, lookup)).isEqualTo(outcome(bare, lookup));
            assertThat(outcome(lookupsOnly, lookup)).isEqualTo("1");
        }
    }

    private static String outcome(Connection connection, String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "no row";
        } catch (SQLException e) {
            return "SQLState " + e.getSQLState();
        }
    }
}
