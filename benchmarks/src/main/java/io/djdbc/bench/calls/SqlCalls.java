package io.djdbc.bench.calls;

import io.djdbc.bench.subject.Source;
import io.djdbc.bench.subject.SqlSubject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What it costs that statements are looked after, with text that was seen before, above the stub driver. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SqlCalls {

    /** One connection with a row that is read over and over. */
    @State(Scope.Thread)
    public static class Row {
        @Param
        SqlSubject subject;

        Source source;
        Connection connection;
        Statement statement;
        ResultSet row;

        @Setup
        public void open() throws SQLException {
            source = subject.open(StubConnected.URL, StubConnected.login());
            connection = source.connect();
            statement = connection.createStatement();
            row = connection.prepareStatement("SELECT id, name FROM entry").executeQuery();
            row.next();
        }

        @TearDown
        public void close() throws SQLException {
            connection.close();
            source.close();
        }
    }

    @Benchmark
    public String getString(Row open, CpuTime cpu) throws SQLException {
        return open.row.getString(2);
    }

    @Benchmark
    public int updateOfLiteral(Row open, CpuTime cpu) throws SQLException {
        return open.statement.executeUpdate("UPDATE entry SET name = 'stub' WHERE id = 1");
    }

    @Benchmark
    public int prepareQueryClose(Row open, CpuTime cpu) throws SQLException {
        try (var select = open.connection.prepareStatement("SELECT id, name FROM entry WHERE id = ? AND name = ?")) {
            select.setInt(1, 1);
            select.setString(2, "stub");
            try (var row = select.executeQuery()) {
                return row.next() ? 1 : 0;
            }
        }
    }

    /** A statement with a LIKE: its pattern is looked at when it is bound. */
    @Benchmark
    public int prepareLikeQueryClose(Row open, CpuTime cpu) throws SQLException {
        try (var select = open.connection.prepareStatement("SELECT id, name FROM entry WHERE id = ? AND name LIKE ?")) {
            select.setInt(1, 1);
            select.setString(2, "stub%");
            try (var row = select.executeQuery()) {
                return row.next() ? 1 : 0;
            }
        }
    }
}
