package io.djdbc.conformance.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.djdbc.conformance.databases.DatabaseKit;
import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.TestDatabase;
import java.io.IOException;
import java.io.Reader;
import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.sql.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Oracle: reading ''")
@EachDatabase({"h2", "oracle"})
class ReadingEmptyStringsTest extends DatabaseKit {
    private final OracleMode oracle;

    ReadingEmptyStringsTest(TestDatabase database) {
        super(database);
        oracle = new OracleMode(database);
    }

    @BeforeEach
    void makeRows() throws SQLException {
        oracle.prepare(
                "CREATE TABLE djdbc_texts (id NUMBER(9) PRIMARY KEY, short_text VARCHAR2(20), national NVARCHAR2(20),"
                        + " fixed CHAR(3), large CLOB, large_national NCLOB, amount NUMBER(9), raw_bytes BLOB,"
                        + " happened TIMESTAMP)",
                "INSERT INTO djdbc_texts (id, short_text, large) VALUES (1, '', '')",
                "INSERT INTO djdbc_texts VALUES (2, 'a', 'b', 'c', 'd', 'e', 6, NULL, NULL)");
    }

    @AfterEach
    void dropTables() throws SQLException {
        oracle.close();
    }

    private interface Question {
        void ask(ResultSet row) throws SQLException, IOException;
    }

    private void ask(Question question, String... parameters) throws SQLException, IOException {
        try (Connection connection = oracle.open(parameters);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM djdbc_texts ORDER BY id")) {
            assertThat(row.next()).isTrue();
            question.ask(row);
        }
    }

    private static String content(Reader reader) throws IOException {
        StringBuilder content = new StringBuilder();
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            content.append((char) c);
        }
        return content.toString();
    }

    @Test
    @DisplayName("by every getter of texts, by number and by name, and it is not NULL")
    void everyGetter() throws Exception {
        ask(row -> {
            for (String column : new String[] {"short_text", "national", "fixed", "large", "large_national"}) {
                int number = row.findColumn(column);
                assertThat(row.getString(column)).as(column).isEmpty();
                assertThat(row.wasNull()).isFalse();
                assertThat(row.getString(number)).isEmpty();
                assertThat(row.getNString(column)).isEmpty();
                assertThat(row.getNString(number)).isEmpty();
                assertThat(content(row.getCharacterStream(column))).isEmpty();
                assertThat(content(row.getCharacterStream(number))).isEmpty();
                assertThat(content(row.getNCharacterStream(number))).isEmpty();
                assertThat(row.getAsciiStream(number)).isEmpty();
                assertThat(row.getObject(number, String.class)).isEmpty();
                assertThat(row.getObject(column, String.class)).isEmpty();
                assertThat(row.wasNull()).isFalse();
            }
            assertThat(row.getObject("short_text")).isEqualTo("");
            assertThat(row.getObject(2)).isEqualTo("");
            for (String column : new String[] {"large", "large_national"}) {
                assertThat(row.getObject(column)).isInstanceOf(Clob.class);
                assertThat(row.getClob(column).length()).isZero();
                assertThat(row.getClob(column).getSubString(1, 10)).isEmpty();
                assertThat(row.getNClob(row.findColumn(column)).length()).isZero();
                assertThat(row.getObject(column, NClob.class).length()).isZero();
                assertThat(row.wasNull()).isFalse();
            }
        });
    }

    @Test
    @DisplayName("and NULL as NULL in everything that is no text")
    void otherTypes() throws Exception {
        ask(row -> {
            assertThat(row.getString("short_text")).isEmpty();
            assertThat(row.getInt("amount")).isZero();
            assertThat(row.wasNull()).as("after '' was read").isTrue();
            assertThat(row.getString("short_text")).isEmpty();
            assertThat(row.wasNull()).isFalse();
            for (String column : new String[] {"amount", "raw_bytes", "happened"}) {
                assertThat(row.getObject(column)).as(column).isNull();
                assertThat(row.wasNull()).isTrue();
                assertThat(row.getString(column)).isNull();
                assertThat(row.wasNull()).isTrue();
            }
            assertThat(row.getObject("amount", Integer.class)).isNull();
            assertThat(row.getTimestamp("happened")).isNull();
            assertThat(row.getBytes("raw_bytes")).isNull();
            assertThat(row.getInt("short_text")).as("a text as a number").isZero();
            assertThat(row.wasNull()).isTrue();
            assertThat(row.next()).isTrue();
            assertThat(row.getString("short_text") + row.getString("national") + row.getString("large"))
                    .isEqualTo("abd");
            assertThat(row.getObject("amount", Integer.class)).isEqualTo(6);
            assertThat(row.wasNull()).isFalse();
        });
    }

    @Test
    @DisplayName("as NULL with EMPTY_STRINGS=native and with SEMANTICS=native")
    void nativeReading() throws Exception {
        for (String parameter : new String[] {"EMPTY_STRINGS=native", "SEMANTICS=native"}) {
            ask(
                    row -> {
                        assertThat(row.getString("short_text")).isNull();
                        assertThat(row.wasNull()).isTrue();
                        assertThat(row.getClob("large")).isNull();
                    },
                    parameter);
        }
    }

    @Test
    @DisplayName("from a large text that cannot be written")
    void largeTextsAreReadOnly() throws Exception {
        ask(row -> {
            Clob large = row.getClob("large");
            assertThatThrownBy(() -> large.setString(1, "x"))
                    .isInstanceOf(SQLFeatureNotSupportedException.class)
                    .hasMessageContaining("createClob");
            large.truncate(0);
            large.free();
        });
    }

    @Test
    @DisplayName("from a result set that is updated")
    void updatable() throws Exception {
        try (Connection connection = oracle.open();
                Statement statement =
                        connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE);
                ResultSet row = statement.executeQuery("SELECT id, short_text, amount FROM djdbc_texts ORDER BY id")) {
            row.next();
            row.updateString("short_text", "x");
            row.updateRow();
            assertThat(row.getString("short_text")).isEqualTo("x");
            row.updateNull("short_text");
            row.updateRow();
            assertThat(row.getString("short_text")).isEmpty();
            row.updateString("short_text", "");
            row.updateRow();
            row.moveToInsertRow();
            row.updateInt("id", 3);
            row.updateString("short_text", "");
            row.insertRow();
            row.moveToCurrentRow();
        }
        try (Connection connection = oracle.open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM djdbc_texts WHERE short_text = ''")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("from an out parameter that was registered as a text")
    void outParameters() throws Exception {
        oracle.prepare(
                oracle.isOracle()
                        ? "CREATE OR REPLACE FUNCTION djdbc_nothing (p VARCHAR2) RETURN VARCHAR2 IS BEGIN RETURN NULL; END;"
                        : "CREATE ALIAS IF NOT EXISTS djdbc_nothing FOR 'java.lang.System.getProperty(java.lang.String)'");
        try (Connection connection = oracle.open();
                CallableStatement call = connection.prepareCall("{? = call djdbc_nothing(?)}")) {
            call.registerOutParameter(1, Types.VARCHAR);
            call.setString(2, "djdbc.no.such.property");
            call.execute();
            assertThat(call.getString(1)).isEmpty();
            assertThat(call.wasNull()).isFalse();
            assertThat(call.getObject(1)).isEqualTo("");
            assertThat(call.getNString(1)).isEmpty();
            call.registerOutParameter(1, Types.INTEGER);
            call.execute();
            assertThat(call.getObject(1)).isNull();
            assertThat(call.wasNull()).isTrue();
        }
    }

    @Test
    @DisplayName("from an array of texts, and from its rows")
    void arrays() throws Exception {
        assumeFalse(oracle.isOracle(), "Oracle's arrays have types of their own");
        try (Connection connection = oracle.open();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT CAST(ARRAY['a', NULL] AS VARCHAR(9) ARRAY), CAST(ARRAY[1, NULL] AS INTEGER ARRAY)");
                ResultSet row = statement.executeQuery()) {
            row.next();
            Array texts = row.getArray(1);
            assertThat((Object[]) texts.getArray()).containsExactly("a", "");
            assertThat((Object[]) texts.getArray(2, 1)).containsExactly("");
            try (ResultSet elements = texts.getResultSet()) {
                elements.next();
                elements.next();
                assertThat(elements.getString(2)).isEmpty();
            }
            assertThat((Object[]) row.getArray(2).getArray()).containsExactly(1, null);
        }
    }

    @Test
    @DisplayName("not in what metadata say, where NULL means that there is nothing")
    void metadata() throws Exception {
        try (Connection connection = oracle.open();
                ResultSet tables = connection.getMetaData().getTables(null, null, "DJDBC_TEXTS", null)) {
            assertThat(tables.next()).isTrue();
            assertThat(tables.getString("TYPE_NAME")).isNull();
            assertThat(tables.wasNull()).isTrue();
        }
    }
}
