package io.djdbc.driver.wrapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.BatchUpdateException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Types;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stream that is bound once is the value of each execution, whichever text of the statement that needs. */
class RememberedStreamTest {
    private static final String[] BY_TURNS = {"a", "", "c"};

    private OracleRows rows;

    @BeforeEach
    void open() throws SQLException {
        rows = new OracleRows();
    }

    @AfterEach
    void close() throws SQLException {
        rows.close();
    }

    private interface Setter {
        void set(PreparedStatement statement) throws SQLException;
    }

    private static Reader text() {
        return new StringReader("new");
    }

    private static InputStream bytes() {
        return new ByteArrayInputStream("new".getBytes(StandardCharsets.US_ASCII));
    }

    private static Map<String, Setter> ofCharacters() {
        Map<String, Setter> setters = new LinkedHashMap<>();
        setters.put("setCharacterStream", statement -> statement.setCharacterStream(1, text()));
        setters.put("setCharacterStream, int", statement -> statement.setCharacterStream(1, text(), 3));
        setters.put("setCharacterStream, long", statement -> statement.setCharacterStream(1, text(), 3L));
        setters.put("setNCharacterStream", statement -> statement.setNCharacterStream(1, text()));
        setters.put("setNCharacterStream, long", statement -> statement.setNCharacterStream(1, text(), 3L));
        setters.put("setClob", statement -> statement.setClob(1, text()));
        setters.put("setClob, long", statement -> statement.setClob(1, text(), 3));
        setters.put("setNClob", statement -> statement.setNClob(1, text()));
        setters.put("setNClob, long", statement -> statement.setNClob(1, text(), 3));
        setters.put("setAsciiStream", statement -> statement.setAsciiStream(1, bytes()));
        setters.put("setAsciiStream, int", statement -> statement.setAsciiStream(1, bytes(), 3));
        setters.put("setAsciiStream, long", statement -> statement.setAsciiStream(1, bytes(), 3L));
        setters.put("setObject", statement -> statement.setObject(1, text()));
        setters.put("setObject, type", statement -> statement.setObject(1, text(), Types.CLOB));
        setters.put("setObject, scale", statement -> statement.setObject(1, text(), Types.CLOB, 3));
        return setters;
    }

    private static Map<String, Setter> ofBytes() {
        Map<String, Setter> setters = new LinkedHashMap<>();
        setters.put("setBinaryStream", statement -> statement.setBinaryStream(1, bytes()));
        setters.put("setBinaryStream, int", statement -> statement.setBinaryStream(1, bytes(), 3));
        setters.put("setBinaryStream, long", statement -> statement.setBinaryStream(1, bytes(), 3L));
        setters.put("setBlob", statement -> statement.setBlob(1, bytes()));
        setters.put("setBlob, long", statement -> statement.setBlob(1, bytes(), 3));
        setters.put("setObject", statement -> statement.setObject(1, bytes()));
        return setters;
    }

    private void runByTurns(String column, Setter setter, boolean batch) throws SQLException {
        try (PreparedStatement statement = rows.prepare("UPDATE t SET " + column + " = ? WHERE x = ?")) {
            setter.set(statement);
            for (String text : BY_TURNS) {
                statement.setString(2, text);
                if (batch) {
                    statement.addBatch();
                } else {
                    assertThat(statement.executeUpdate()).isOne();
                }
            }
            if (batch) {
                assertThat(statement.executeBatch()).containsExactly(1, 1, 1);
            }
        }
    }

    @Test
    void charactersAreTheSameForEachExecutionAndRow() throws SQLException {
        for (Map.Entry<String, Setter> setter : ofCharacters().entrySet()) {
            for (boolean batch : new boolean[] {false, true}) {
                rows.reset();
                runByTurns("body", setter.getValue(), batch);
                assertThat(rows.column("body"))
                        .as("%s, batch %s", setter.getKey(), batch)
                        .containsExactly("new", "new", "new");
            }
        }
    }

    @Test
    void bytesAreTheSameForEachExecutionAndRow() throws SQLException {
        for (Map.Entry<String, Setter> setter : ofBytes().entrySet()) {
            for (boolean batch : new boolean[] {false, true}) {
                rows.reset();
                runByTurns("data", setter.getValue(), batch);
                assertThat(rows.bytes("data"))
                        .as("%s, batch %s", setter.getKey(), batch)
                        .containsExactly("6e6577", "6e6577", "6e6577");
            }
        }
    }

    /** Characters of which no String is made. */
    private static final class Repeated extends Reader {
        private long left;
        private boolean closed;

        Repeated(long length) {
            left = length;
        }

        @Override
        public int read(char[] to, int at, int length) throws IOException {
            if (closed) {
                throw new IOException("closed");
            }
            if (left == 0) {
                return -1;
            }
            int count = (int) Math.min(left, length);
            Arrays.fill(to, at, at + count, 'x');
            left -= count;
            return count;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void aStreamAsLongAsTheBoundIsRemembered() throws SQLException {
        int bound = RememberedStream.BOUND;
        runByTurns("body", statement -> statement.setCharacterStream(1, new Repeated(bound)), false);
        assertThat(rows.column("LENGTH(body)")).containsOnly(Integer.toString(bound));
    }

    @Test
    void aLongerOneIsRefusedWhereItWouldBeReadAgain() throws SQLException {
        try (PreparedStatement statement = rows.prepare("UPDATE t SET body = ? WHERE x = ?")) {
            statement.setCharacterStream(1, new Repeated(RememberedStream.BOUND + 1L));
            statement.setString(2, "a");
            assertThat(statement.executeUpdate()).isOne();
            statement.setString(2, "c");
            assertThat(statement.executeUpdate()).isOne();
            statement.setString(2, "");
            assertThatThrownBy(statement::executeUpdate)
                    .isInstanceOfSatisfying(
                            SQLFeatureNotSupportedException.class,
                            error -> assertThat(error.getSQLState()).isEqualTo("0A000"))
                    .hasMessageContaining("parameter 1")
                    .hasMessageContaining("EMPTY_STRINGS=native");
            statement.setCharacterStream(1, new Repeated(RememberedStream.BOUND + 2L));
            assertThat(statement.executeUpdate()).isOne();
        }
        assertThat(rows.column("LENGTH(body)")).containsExactly("1048577", "1048578", "1048577");
    }

    @Test
    void aRefusedRowOfABatchLeavesNothingForTheNext() throws SQLException {
        try (PreparedStatement statement = rows.prepare("UPDATE t SET body = ? WHERE x = ?")) {
            statement.setCharacterStream(1, new Repeated(RememberedStream.BOUND + 1L));
            for (String text : new String[] {"nothing", "", ""}) {
                statement.setString(2, text);
                statement.addBatch();
            }
            assertThatThrownBy(statement::executeBatch)
                    .isInstanceOfSatisfying(
                            BatchUpdateException.class,
                            error -> assertThat(error.getUpdateCounts()).containsExactly(0));
            assertThat(rows.column("body")).containsExactly("1", "2", "3");
            statement.setString(1, "later");
            statement.setString(2, "");
            statement.addBatch();
            assertThat(statement.executeBatch()).containsExactly(1);
        }
        assertThat(rows.column("body")).containsExactly("1", "later", "3");
    }

    @Test
    void twoReadersOfTheSameStreamDoNotDisturbEachOther() throws Exception {
        RememberedCharacters stream = new RememberedCharacters(new StringReader("abcdef"));
        Reader first = stream.open();
        Reader second = stream.open();
        char[] two = new char[2];
        assertThat(first.read(two)).isEqualTo(2);
        assertThat(second.read(two)).isEqualTo(2);
        assertThat(two).containsExactly('a', 'b');
        assertThat(second.read(new char[9])).isEqualTo(4);
        assertThat(first.read(two)).isEqualTo(2);
        assertThat(two).containsExactly('c', 'd');

        RememberedBytes bytes = new RememberedBytes(new ByteArrayInputStream(new byte[] {1, -1}));
        assertThat(bytes.hasNothing()).isFalse();
        InputStream read = bytes.open();
        assertThat(new int[] {read.read(), read.read(), read.read()}).containsExactly(1, 255, -1);
        assertThat(bytes.open().readAllBytes()).containsExactly(1, -1);
    }
}
