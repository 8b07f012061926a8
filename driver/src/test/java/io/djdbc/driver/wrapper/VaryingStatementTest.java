package io.djdbc.driver.wrapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A statement whose text depends on its values does what one of the vendor's does. */
class VaryingStatementTest {
    private OracleRows rows;

    @BeforeEach
    void open() throws SQLException {
        rows = new OracleRows();
    }

    @AfterEach
    void close() throws SQLException {
        rows.close();
    }

    // ---- values that the application changes after it has bound them

    @Test
    void bytesAreThoseThatWereBoundForEachRowOfABatch() throws SQLException {
        byte[] reused = new byte[1];
        try (PreparedStatement statement = rows.prepare("UPDATE t SET raw_data = ? WHERE x = ?")) {
            for (String text : new String[] {"a", "", "c"}) {
                reused[0]++;
                statement.setBytes(1, reused);
                statement.setString(2, text);
                statement.addBatch();
            }
            assertThat(statement.executeBatch()).containsExactly(1, 1, 1);
        }
        assertThat(rows.bytes("raw_data")).containsExactly("01", "02", "03");
    }

    @Test
    void objectsThatCanBeChangedAreThoseThatWereBound() throws SQLException {
        byte[] bytes = {1};
        Timestamp time = Timestamp.valueOf("1971-01-01 00:00:00");
        try (PreparedStatement statement = rows.prepare("UPDATE t SET raw_data = ?, at = ? WHERE x = ?")) {
            statement.setObject(1, bytes);
            statement.setObject(2, time);
            statement.setString(3, "a");
            statement.executeUpdate();
            bytes[0] = 9;
            time.setTime(0);
            statement.setString(3, "");
            statement.executeUpdate();
        }
        assertThat(rows.column("TO_CHAR(at, 'YYYY')").subList(0, 2)).containsExactly("1971", "1971");
        assertThat(rows.bytes("raw_data")).containsExactly("01", "01", "null");
    }

    @Test
    void timesAndTheirCalendarsAreThoseThatWereBound() throws SQLException {
        Timestamp time = new Timestamp(0);
        Calendar calendar = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
        try (PreparedStatement statement = rows.prepare("UPDATE t SET at = ? WHERE x = ?")) {
            statement.setTimestamp(1, time, calendar);
            for (String text : new String[] {"a", "", "c"}) {
                statement.setString(2, text);
                statement.addBatch();
            }
            time.setTime(86_400_000L * 1_000);
            calendar.setTimeZone(TimeZone.getTimeZone("GMT+5"));
            statement.executeBatch();
        }
        assertThat(rows.column("TO_CHAR(at, 'YYYY-MM-DD HH24:MI')")).containsOnly("1970-01-01 00:00");
    }

    // ---- results and completion

    @Test
    void aResultOfAnEarlierTextIsClosedHoweverItWasOpened() throws SQLException {
        try (PreparedStatement statement = rows.prepare("SELECT id FROM t WHERE x = ?")) {
            for (String[] texts : new String[][] {{"a", ""}, {"", "a"}}) {
                statement.setString(1, texts[0]);
                assertThat(statement.execute()).isTrue();
                ResultSet earlier = statement.getResultSet();
                statement.setString(1, texts[1]);
                assertThat(statement.execute()).isTrue();
                assertThat(earlier.isClosed()).isTrue();
                assertThat(statement.getResultSet().next()).isTrue();
            }
        }
    }

    @Test
    void oneTextsCompletionClosesTheStatement() throws SQLException {
        try (PreparedStatement statement = rows.prepare("SELECT id FROM t WHERE x = ?")) {
            statement.setString(1, "a");
            statement.executeQuery().close();
            statement.closeOnCompletion();
            PreparedStatement vendors = statement.unwrap(org.h2.jdbc.JdbcPreparedStatement.class);
            statement.setString(1, "");
            ResultSet result = statement.executeQuery();
            assertThat(result.next()).isTrue();
            assertThat(statement.isClosed()).isFalse();
            result.close();
            assertThat(statement.isClosed()).isTrue();
            assertThat(vendors.isClosed()).isTrue();
            assertThatThrownBy(() -> statement.setString(1, "a"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            error -> assertThat(error.getErrorCode()).isEqualTo(90007));
            assertThatThrownBy(statement::executeQuery).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void theFirstTextsCompletionClosesTheOthers() throws SQLException {
        try (PreparedStatement statement = rows.prepare("SELECT id FROM t WHERE x = ?")) {
            statement.setString(1, "");
            statement.executeQuery().close();
            statement.closeOnCompletion();
            statement.setString(1, "a");
            statement.executeQuery().close();
            assertThat(statement.isClosed()).isTrue();
            assertThatThrownBy(() -> statement.setString(1, "")).isInstanceOf(SQLException.class);
            assertThatThrownBy(statement::executeQuery).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void anotherTextIsNoCompletion() throws SQLException {
        try (PreparedStatement statement = rows.prepare("SELECT id FROM t WHERE x = ?")) {
            statement.closeOnCompletion();
            statement.setString(1, "a");
            assertThat(statement.executeQuery().next()).isTrue();
            statement.setString(1, "");
            assertThat(statement.executeQuery().next()).isTrue();
            statement.setString(1, "c");
            ResultSet last = statement.executeQuery();
            assertThat(last.next()).isTrue();
            assertThat(last.getInt(1)).isEqualTo(3);
            last.close();
            assertThat(statement.isClosed()).isTrue();
        }
    }

    // ---- batches

    /** Bytes for each row of a batch of which each row needs another text than the one before. */
    private long allocatedPerRow(int count) throws SQLException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (PreparedStatement statement = rows.prepare("UPDATE t SET raw_data = NULL WHERE x = ? AND id = ?")) {
            for (int i = 0; i < count; i++) {
                statement.setString(1, i % 2 == 0 ? "a" : "");
                statement.setInt(2, i % 8);
                statement.addBatch();
            }
            long before = threads.getCurrentThreadAllocatedBytes();
            int[] counts = statement.executeBatch();
            long after = threads.getCurrentThreadAllocatedBytes();
            assertThat(counts).hasSize(count);
            for (int i = 0; i < count; i++) {
                assertThat(counts[i]).as("row %d", i).isEqualTo(0);
            }
            return (after - before) / count;
        }
    }

    @Test
    void aMixedBatchTakesLinearRoom() throws SQLException {
        allocatedPerRow(500);
        long few = allocatedPerRow(1_000);
        long many = allocatedPerRow(16_000);
        assertThat(many).isLessThan(few * 2);
    }

    @Test
    void theCountsOfAMixedBatchAreInTheOrderOfItsRows() throws SQLException {
        try (PreparedStatement statement = rows.prepare("UPDATE t SET raw_data = NULL WHERE x = ? OR id < ?")) {
            int[] expected = new int[300];
            for (int i = 0; i < expected.length; i++) {
                int below = i % 3 == 0 ? 2 : 0;
                statement.setString(1, i % 2 == 0 ? "nothing" : "");
                statement.setInt(2, below);
                statement.addBatch();
                expected[i] = (below == 2 ? 1 : 0) + (i % 2 == 0 ? 0 : 1);
            }
            assertThat(statement.executeBatch()).containsExactly(expected);
        }
    }

    // ---- arrays

    @Test
    void anArrayOfTextsThatIsAskedForByItsClassHasNoNull() throws SQLException {
        try (PreparedStatement statement = rows.prepare(
                        "SELECT CAST(ARRAY['a', NULL] AS VARCHAR(9) ARRAY) a, CAST(ARRAY[1, NULL] AS INTEGER ARRAY) n,"
                                + " CAST(ARRAY['a'] AS VARCHAR(9) ARRAY) f");
                ResultSet row = statement.executeQuery()) {
            row.next();
            assertThat(row.getObject(1, String[].class)).containsExactly("a", "");
            assertThat(row.getObject("a", String[].class)).containsExactly("a", "");
            assertThat(row.getObject(2, Integer[].class)).containsExactly(1, null);
            assertThat(row.getObject("n", Integer[].class)).containsExactly(1, null);
            assertThat(row.getObject("n", String[].class)).containsExactly("1", null);
            assertThat(row.getObject("f", String[].class)).containsExactly("a");
            assertThat(row.wasNull()).isFalse();
        }
    }
}
