package io.djdbc.conformance.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.conformance.databases.DatabaseKit;
import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** MySQL reads quotes and backslashes as sql_mode says: wherever it was set, it is followed. */
@DisplayName("LIKE and lookups: sql_mode")
@EachDatabase({"mariadb", "mysql"})
class SqlModeTest extends DatabaseKit {
    private Connection connection;

    SqlModeTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void store() throws SQLException {
        connection = database.openDjdbc();
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS bound_pattern");
            statement.execute("CREATE TABLE bound_pattern (id INT NOT NULL PRIMARY KEY, s VARCHAR(100))");
            String rows = "(1, '50%'), (2, '500'), (3, 'c:\\dir'), (4, 'c:dir'), (5, 'end\\'), (6, 'a_b'), (7, 'axb'),"
                    + " (8, '-1.50'), (9, NULL)";
            statement.execute("INSERT INTO bound_pattern VALUES " + rows.replace("\\", "\\\\"));
        }
    }

    @AfterEach
    void drop() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE bound_pattern");
        }
        connection.close();
    }

    private static String outcome(Connection connection, String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "no row";
        } catch (SQLException e) {
            return "SQLState " + e.getSQLState();
        }
    }

    @Test
    void sqlModeIsFollowed() throws SQLException {
        List<Connection> connections = List.of(
                database.openDjdbc("SQL_MODE=NO_BACKSLASH_ESCAPES,ANSI_QUOTES"),
                database.openDjdbc("INIT_COMMAND=SET%20sql_mode='NO_BACKSLASH_ESCAPES'"),
                database.openDjdbc());
        try (Statement statement = connections.get(2).createStatement()) {
            assertThat(outcome(connections.get(2), "SELECT 1 WHERE 'x' LIKE 'x'"))
                    .isEqualTo("1");
            statement.execute("SET SESSION sql_mode = 'NO_BACKSLASH_ESCAPES'");
        }
        for (Connection plain : connections) {
            try (plain) {
                assertThat(outcome(plain, "SELECT id FROM bound_pattern WHERE s LIKE 'c:\\\\dir'"))
                        .isEqualTo("3");
                assertThat(outcome(plain, "SELECT id FROM bound_pattern WHERE s LIKE 'a\\_b'"))
                        .isEqualTo("6");
                assertThat(outcome(plain, "SELECT id FROM bound_pattern WHERE s LIKE 'end\\'"))
                        .isEqualTo("5");
                assertThat(outcome(plain, "SELECT id FROM bound_pattern WHERE {endswith s, '\\'}"))
                        .isEqualTo("5");
                assertThat(outcome(plain, "SELECT id FROM bound_pattern WHERE {contains s, s} AND {iexact s, 'A_B'}"))
                        .isEqualTo("6");
            }
        }
    }

    /** A name with a brace and a lookup beside it, and a text with an apostrophe, read wrongly if quotes are. */
    private static void followsAnsiQuotes(Connection connection, boolean names) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS ansi_names");
            statement.execute("CREATE TABLE ansi_names (id INT, `s'` VARCHAR(20), `{x, y}` VARCHAR(20))");
            statement.execute(
                    "INSERT INTO ansi_names VALUES (1, '50%', 'a'), (2, '500', 'b'), (3, 'it''s', 'c'), (4, 'a\"b', 'd')");
            if (names) {
                assertThat(outcome(connection, "SELECT id FROM ansi_names WHERE {contains \"s'\", '0%'}"))
                        .isEqualTo("1");
                assertThat(outcome(connection, "SELECT \"{x, y}\" FROM ansi_names WHERE {endswith \"s'\", '%'}"))
                        .isEqualTo("a");
            } else {
                assertThat(outcome(connection, "SELECT id FROM ansi_names WHERE {contains `s'`, \"t's\"}"))
                        .isEqualTo("3");
                assertThat(outcome(connection, "SELECT id FROM ansi_names WHERE {contains `s'`, \"a\\\"b\"}"))
                        .isEqualTo("4");
                assertThat(outcome(
                                connection, "SELECT \"{contains a, b}\" FROM ansi_names WHERE {contains `s'`, '0%'}"))
                        .isEqualTo("{contains a, b}");
            }
            statement.execute("DROP TABLE ansi_names");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sessionVariablesAreFollowed(boolean ansi) throws SQLException {
        try (Connection set = database.openDjdbc("sessionVariables=sql_mode='" + (ansi ? "ANSI_QUOTES'" : "'"))) {
            followsAnsiQuotes(set, ansi);
        }
    }

    @Test
    void theServersModeIsFollowed() throws SQLException {
        try (Connection bare = database.open();
                Statement statement = bare.createStatement()) {
            String before = outcome(bare, "SELECT @@global.sql_mode");
            try {
                statement.execute("SET GLOBAL sql_mode = 'ANSI_QUOTES,STRICT_TRANS_TABLES'");
                try (Connection ansi = database.openDjdbc()) {
                    followsAnsiQuotes(ansi, true);
                }
                statement.execute("SET GLOBAL sql_mode = 'NO_BACKSLASH_ESCAPES,STRICT_TRANS_TABLES'");
                try (Connection plain = database.openDjdbc()) {
                    assertThat(outcome(plain, "SELECT id FROM bound_pattern WHERE s LIKE 'a\\_b'"))
                            .isEqualTo("6");
                    assertThat(outcome(plain, "SELECT id FROM bound_pattern WHERE {endswith s, '\\'}"))
                            .isEqualTo("5");
                }
                statement.execute("SET GLOBAL sql_mode = 'STRICT_TRANS_TABLES'");
                try (Connection usual = database.openDjdbc()) {
                    followsAnsiQuotes(usual, false);
                }
            } finally {
                statement.execute("SET GLOBAL sql_mode = '" + before + "'");
            }
        }
    }

    @Test
    void aSessionThatChangesItIsFollowedFromTheNextStatementOn() throws SQLException {
        try (Connection changing = database.openDjdbc();
                Statement statement = changing.createStatement()) {
            followsAnsiQuotes(changing, false);
            try (PreparedStatement set = changing.prepareStatement("SET SESSION sql_mode = 'ANSI_QUOTES'")) {
                set.execute();
            }
            followsAnsiQuotes(changing, true);
            statement.execute("/* back */ SET @@sql_mode = ''");
            followsAnsiQuotes(changing, false);
        }
    }
}
