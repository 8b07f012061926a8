package io.djdbc.conformance.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.djdbc.conformance.databases.DatabaseKit;
import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.sql.BatchUpdateException;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Oracle: filtering by ''")
@EachDatabase({"h2", "oracle"})
class FilteringEmptyStringsTest extends DatabaseKit {
    private final OracleMode oracle;

    FilteringEmptyStringsTest(TestDatabase database) {
        super(database);
        oracle = new OracleMode(database);
    }

    @BeforeEach
    void makeRows() throws SQLException {
        oracle.prepare(
                "CREATE TABLE djdbc_filter (id NUMBER(9) PRIMARY KEY, a VARCHAR2(20), b VARCHAR2(20), n NUMBER(9))",
                "INSERT INTO djdbc_filter VALUES (1, '', 'x', NULL)",
                "INSERT INTO djdbc_filter VALUES (2, 'x', '', 3)",
                "INSERT INTO djdbc_filter VALUES (3, '', '', 4)",
                "INSERT INTO djdbc_filter VALUES (4, 'y', 'y', 5)");
    }

    @AfterEach
    void dropTables() throws SQLException {
        oracle.close();
    }

    private static List<Integer> ids(PreparedStatement statement) throws SQLException {
        List<Integer> ids = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            assertThat(rows.getStatement()).isSameAs(statement);
            while (rows.next()) {
                ids.add(rows.getInt(1));
            }
        }
        return ids;
    }

    private List<Integer> ids(String condition, Object... values) throws SQLException {
        try (Connection connection = oracle.open();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT id FROM djdbc_filter WHERE " + condition + " ORDER BY id")) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return ids(statement);
        }
    }

    @Test
    @DisplayName("finds what is stored as NULL, for literals and for values")
    void finds() throws SQLException {
        assertThat(ids("a = ''")).containsExactly(1, 3);
        assertThat(ids("a = ?", "")).containsExactly(1, 3);
        assertThat(ids("? = a", "")).containsExactly(1, 3);
        assertThat(ids("a = ?", "x")).containsExactly(2);
        assertThat(ids("a <> ''")).containsExactly(2, 4);
        assertThat(ids("a <> ?", "")).containsExactly(2, 4);
        assertThat(ids("a IN (?, ?)", "", "x")).containsExactly(1, 2, 3);
        assertThat(ids("a NOT IN ('', ?)", "x")).containsExactly(4);
        assertThat(ids("a NOT IN (?, ?)", "", "x")).containsExactly(4);
        assertThat(ids("(a, b) = (?, ?)", "", "x")).containsExactly(1);
        assertThat(ids("(a, b) = ('', ?)", "")).containsExactly(3);
        assertThat(ids("(a, b) IN ((?, ?), (?, ?))", "", "x", "x", "")).containsExactly(1, 2);
        assertThat(ids("(a, b) IN (('', 'x'), ('y', ?))", "y")).containsExactly(1, 4);
        assertThat(ids("CASE a WHEN ? THEN 1 ELSE 2 END = ?", "", 1)).containsExactly(1, 3);
        assertThat(ids("CASE WHEN a = ? THEN 1 ELSE 2 END = 2", "")).containsExactly(2, 4);
        assertThat(ids("COALESCE(a, b) = ?", "")).containsExactly(3);
        assertThat(ids("COALESCE(a, '') = ?", "")).containsExactly(1, 3);
        assertThat(ids("a = ? AND n = ? AND b = ?", "", 4, "")).containsExactly(3);
        assertThat(ids("a > ?", "")).containsExactly(2, 4);
        assertThat(ids("a >= ?", "")).containsExactly(1, 2, 3, 4);
        assertThat(ids("a BETWEEN ? AND ?", "", "x")).containsExactly(1, 2, 3);
        assertThat(ids("{iexact a, ?}", "")).containsExactly(1, 3);
        assertThat(ids("{contains a, ?}", "")).containsExactly(1, 2, 3, 4);
        assertThat(ids("{contains a, ?}", "x")).containsExactly(2);
        assertThat(ids("a LIKE ?", "%")).containsExactly(1, 2, 3, 4);
        assertThat(ids("a NOT LIKE ?", "")).containsExactly(2, 4);
    }

    @Test
    @DisplayName("leaves what is NULL to the database, and other types alone")
    void leavesNull() throws SQLException {
        try (Connection connection = oracle.open();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT id FROM djdbc_filter WHERE a = ? ORDER BY id")) {
            statement.setNull(1, Types.VARCHAR);
            assertThat(ids(statement)).isEmpty();
            statement.setString(1, null);
            assertThat(ids(statement)).isEmpty();
        }
        assertThat(ids("n = ?", 3)).containsExactly(2);
    }

    @Test
    @DisplayName("joins")
    void joins() throws SQLException {
        try (Connection connection = oracle.open();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT x.id FROM djdbc_filter x LEFT JOIN djdbc_filter y ON y.id = x.id + 1 AND y.b = ?"
                                + " WHERE x.a <> ? AND y.id IS NULL ORDER BY x.id")) {
            statement.setString(1, "");
            statement.setString(2, "x");
            assertThat(ids(statement)).containsExactly(4);
            statement.setString(2, "");
            assertThat(ids(statement)).containsExactly(4);
            statement.setString(1, "nothing");
            assertThat(ids(statement)).containsExactly(2, 4);
        }
    }

    @Test
    @DisplayName("by every setter that can carry a text")
    void setters() throws SQLException {
        try (Connection connection = oracle.open();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT id FROM djdbc_filter WHERE a = ? AND b = ? ORDER BY id")) {
            statement.setString(2, "x");
            statement.setNString(1, "");
            assertThat(ids(statement)).containsExactly(1);
            statement.setObject(1, "", Types.VARCHAR);
            assertThat(ids(statement)).containsExactly(1);
            statement.setCharacterStream(1, new StringReader(""));
            statement.setCharacterStream(2, new StringReader("x"));
            assertThat(ids(statement)).containsExactly(1);
            statement.setAsciiStream(1, new ByteArrayInputStream(new byte[0]));
            statement.setString(2, "");
            assertThat(ids(statement)).containsExactly(3);
            statement.setCharacterStream(1, new StringReader("x"), 1);
            assertThat(ids(statement)).containsExactly(2);
            Clob clob = connection.createClob();
            statement.setClob(1, clob);
            assertThat(ids(statement)).containsExactly(3);
            statement.clearParameters();
            assertThatThrownBy(statement::executeQuery).isInstanceOf(SQLException.class);
        }
    }

    @Test
    @DisplayName("keeps the values and the settings of the statement from one text to the next")
    void keepsValues() throws SQLException {
        try (Connection connection = oracle.open();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT id FROM djdbc_filter WHERE (a = ? OR b = ? OR a = ?) AND id > ? ORDER BY id")) {
            statement.setMaxRows(1);
            statement.setString(1, "nothing");
            statement.setString(2, "y");
            statement.setString(3, "nothing");
            statement.setInt(4, 0);
            assertThat(ids(statement)).containsExactly(4);
            statement.setString(1, "");
            assertThat(ids(statement)).containsExactly(1);
            statement.setInt(4, 1);
            assertThat(ids(statement)).containsExactly(3);
            statement.setMaxRows(0);
            assertThat(ids(statement)).containsExactly(3, 4);
            statement.setString(1, "nothing");
            assertThat(ids(statement)).containsExactly(4);
            statement.setString(3, "");
            assertThat(ids(statement)).containsExactly(3, 4);
            assertThat(statement.getConnection()).isSameAs(connection);
            assertThat(statement.getParameterMetaData().getParameterCount()).isEqualTo(4);
            assertThatThrownBy(() -> statement.setString(5, "")).isInstanceOf(SQLException.class);
            statement.close();
            assertThat(statement.isClosed()).isTrue();
            assertThatThrownBy(statement::executeQuery).isInstanceOf(SQLException.class);
        }
    }

    @Test
    @DisplayName("closes what an earlier text had open, as one statement would")
    void closesEarlierRows() throws SQLException {
        try (Connection connection = oracle.open();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT id FROM djdbc_filter WHERE a = ? ORDER BY id")) {
            statement.setString(1, "x");
            ResultSet earlier = statement.executeQuery();
            statement.setString(1, "");
            try (ResultSet later = statement.executeQuery()) {
                assertThat(earlier.isClosed()).isTrue();
                assertThat(later.next()).isTrue();
                assertThat(statement.getResultSet()).isNotNull();
            }
        }
    }

    @Test
    @DisplayName("by many combinations of values, of which a few statements stay open")
    void manyTexts() throws SQLException {
        try (Connection connection = oracle.open();
                PreparedStatement statement = connection.prepareStatement("SELECT id FROM djdbc_filter WHERE a = ? OR"
                        + " b = ? OR a = ? OR b = ? OR a = ? OR b = ? ORDER BY id")) {
            for (int mask = 0; mask < 64; mask++) {
                boolean a = false;
                boolean b = false;
                for (int i = 0; i < 6; i++) {
                    boolean empty = (mask >> i & 1) == 1;
                    statement.setString(i + 1, empty ? "" : "nothing");
                    a |= empty && i % 2 == 0;
                    b |= empty && i % 2 == 1;
                }
                List<Integer> expected = a && b ? List.of(1, 2, 3) : a ? List.of(1, 3) : b ? List.of(2, 3) : List.of();
                assertThat(ids(statement)).as("mask %d", mask).isEqualTo(expected);
            }
        }
    }

    @Test
    @DisplayName("in batches, whose rows are run in their order")
    void batches() throws SQLException {
        try (Connection connection = oracle.open();
                PreparedStatement statement =
                        connection.prepareStatement("UPDATE djdbc_filter SET b = ? WHERE a = ?")) {
            String[][] rows = {{"1", "x"}, {"2", ""}, {"3", "x"}, {"", "y"}, {"5", ""}, {"6", ""}};
            for (String[] row : rows) {
                statement.setString(1, row[0]);
                statement.setString(2, row[1]);
                statement.addBatch();
            }
            assertThat(statement.executeBatch()).containsExactly(1, 2, 1, 1, 2, 2);
            assertThat(statement.executeBatch()).isEmpty();
            statement.addBatch();
            statement.clearBatch();
            assertThat(statement.executeLargeBatch()).isEmpty();
            statement.setString(1, "7");
            assertThat(statement.executeUpdate()).isEqualTo(2);
            statement.setString(2, "y");
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
        assertThat(ids("b = '7'")).containsExactly(1, 3, 4);
        assertThat(ids("b = '3'")).containsExactly(2);
    }

    @Test
    @DisplayName("in a batch that fails, whose counts are those of all rows before")
    void failingBatch() throws SQLException {
        try (Connection connection = oracle.open();
                PreparedStatement statement =
                        connection.prepareStatement("UPDATE djdbc_filter SET id = ? WHERE a = ?")) {
            int[] ids = {10, 11, 4};
            String[] texts = {"x", "nothing", ""};
            for (int i = 0; i < ids.length; i++) {
                statement.setInt(1, ids[i]);
                statement.setString(2, texts[i]);
                statement.addBatch();
            }
            assertThatThrownBy(statement::executeBatch).isInstanceOfSatisfying(BatchUpdateException.class, error -> {
                assertThat(error.getUpdateCounts()).startsWith(1, 0);
                assertThat(error.getSQLState()).startsWith("23");
            });
        }
    }

    @Test
    @DisplayName("not at all with EMPTY_STRINGS=native")
    void nativeFiltering() throws SQLException {
        try (Connection connection = oracle.open("EMPTY_STRINGS=native");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM djdbc_filter WHERE a = ''")) {
            row.next();
            assertThat(row.getInt(1)).isZero();
        }
    }
}
