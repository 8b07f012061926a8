package io.djdbc.dialect;

import static io.djdbc.dialect.Sessions.ask;
import static io.djdbc.dialect.Sessions.open;
import static io.djdbc.dialect.Sessions.sqlite;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteSessionTest {

    private final SqliteDialect dialect = new SqliteDialect();

    @TempDir
    Path directory;

    private String url;

    @BeforeEach
    void nameTheFile() {
        url = "jdbc:sqlite:" + directory.resolve("session.db");
    }

    @Test
    void enforcesForeignKeysWhereTheBareDriverDoesNot() throws SQLException {
        try (Connection bare = DriverManager.getConnection(url)) {
            assertThat(ask(bare, "PRAGMA foreign_keys")).isEqualTo("0");
        }
        try (Connection session = open(dialect, url, Sessions.DEFAULT);
                Statement statement = session.createStatement()) {
            assertThat(ask(session, "PRAGMA foreign_keys")).isEqualTo("1");
            assertThat(ask(session, "PRAGMA legacy_alter_table")).isEqualTo("0");
            statement.execute("CREATE TABLE parent (id INTEGER PRIMARY KEY)");
            statement.execute("CREATE TABLE child (parent INTEGER REFERENCES parent)");
            SQLException error =
                    catchThrowableOfType(SQLException.class, () -> statement.execute("INSERT INTO child VALUES (1)"));
            assertThat(dialect.isDataOrIntegrityError(error)).isTrue();
        }
    }

    @Test
    void leavesAllAloneWhenNothingIsWanted() throws SQLException {
        try (Connection session = open(dialect, url, Sessions.NATIVE)) {
            assertThat(ask(session, "PRAGMA foreign_keys")).isEqualTo("0");
        }
    }

    @Test
    void theUsersOwnParameterWins() throws SQLException {
        try (Connection session = open(dialect, url + "?foreign_keys=false", Sessions.DEFAULT)) {
            assertThat(ask(session, "PRAGMA foreign_keys")).isEqualTo("0");
        }
        try (Connection session = open(dialect, url + "?FOREIGN_KEYS=false", Sessions.DEFAULT)) {
            assertThat(ask(session, "PRAGMA foreign_keys")).isEqualTo("0");
        }
    }

    @Test
    void timeoutIsTheBusyTimeoutInMilliseconds() throws SQLException {
        try (Connection session = open(dialect, url, sqlite(7.25, null, EncodingCheck.WARN))) {
            assertThat(ask(session, "PRAGMA busy_timeout")).isEqualTo("7250");
        }
    }

    @Test
    void anImmediateTransactionLocksWhenItBegins() throws SQLException {
        try (Connection setUp = DriverManager.getConnection(url);
                Statement statement = setUp.createStatement()) {
            statement.execute("CREATE TABLE t (a)");
        }
        for (TransactionMode mode : TransactionMode.values()) {
            try (Connection reader = open(dialect, url, sqlite(0.0, mode, EncodingCheck.WARN));
                    Connection writer = open(dialect, url, sqlite(0.0, null, EncodingCheck.WARN));
                    Statement write = writer.createStatement()) {
                reader.setAutoCommit(false);
                ask(reader, "SELECT count(*) FROM t");
                if (mode == TransactionMode.DEFERRED) {
                    write.execute("CREATE TABLE IF NOT EXISTS t (a)"); // takes no lock: nothing to do
                    write.execute("PRAGMA user_version");
                    assertThat(ask(writer, "SELECT count(*) FROM t")).isEqualTo("0");
                } else {
                    assertThatThrownBy(() -> write.execute("INSERT INTO t VALUES (1)"))
                            .isInstanceOf(SQLException.class)
                            .hasMessageContaining("SQLITE_BUSY");
                }
                reader.rollback();
            }
        }
    }

    @Test
    void aFileInUtf16IsWarnedOfOrRefused() throws SQLException {
        try (Connection utf16 = DriverManager.getConnection(url + "?encoding=UTF16");
                Statement statement = utf16.createStatement()) {
            statement.execute("CREATE TABLE t (a)");
            assertThat(ask(utf16, "PRAGMA encoding")).startsWith("UTF-16");
        }
        try (Connection session = open(dialect, url, Sessions.DEFAULT)) {
            assertThat(dialect.check(session, Sessions.DEFAULT)).singleElement().satisfies(warning -> {
                assertThat(warning.id()).isEqualTo("djdbc.W001");
                assertThat(warning.message()).contains("UTF-16", "UTF-8");
            });
        }
        assertThatThrownBy(() -> open(dialect, url, sqlite(null, null, EncodingCheck.ERROR)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("ENCODING_CHECK")
                .extracting(error -> ((SQLException) error).getSQLState())
                .isEqualTo("08004");
        open(dialect, url, sqlite(null, null, EncodingCheck.OFF)).close();
    }

    @Test
    void onlyErrorsOfTheDataLeaveTheConnectionUnsuspected() throws SQLException {
        try (Connection session = open(dialect, url, Sessions.DEFAULT);
                Statement statement = session.createStatement()) {
            statement.execute("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT NOT NULL UNIQUE)");
            statement.execute("INSERT INTO t VALUES (1, 'x')");
            for (String data : new String[] {
                "INSERT INTO t VALUES (2, 'x')", "INSERT INTO t VALUES (2, NULL)", "INSERT INTO t VALUES ('word', 'y')"
            }) {
                SQLException error = catchThrowableOfType(SQLException.class, () -> statement.execute(data));
                assertThat(dialect.isDataOrIntegrityError(error)).as(data).isTrue();
            }
            SQLException syntax = catchThrowableOfType(SQLException.class, () -> statement.execute("SELEC 1"));
            assertThat(dialect.isDataOrIntegrityError(syntax)).isFalse();
        }
    }

    @Test
    void describesTheSession() throws SQLException {
        try (Connection session = open(dialect, url, Sessions.DEFAULT)) {
            assertThat(dialect.describeSession(session))
                    .containsEntry("foreign_keys", "1")
                    .containsEntry("encoding", "UTF-8")
                    .containsEntry("isolation level", "serializable")
                    .containsEntry("auto-commit", "on")
                    .containsKeys("server", "journal_mode", "busy_timeout");
        }
    }
}
