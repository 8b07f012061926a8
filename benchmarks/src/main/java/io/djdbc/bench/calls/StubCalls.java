package io.djdbc.bench.calls;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What one call through a wrapper costs, on a driver that costs next to nothing. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StubCalls {
    private static final int BATCH = 100;

    /** Statements stay open: closing them is measured where they are opened. */
    @State(Scope.Thread)
    public static class Statements {
        ResultSet row;
        Statement statement;
        PreparedStatement insert;

        @Setup
        public void open(StubConnected connected) throws SQLException {
            statement = connected.connection.createStatement();
            insert = connected.connection.prepareStatement("INSERT INTO entry (id, name) VALUES (?, ?)");
            var select = connected.connection.prepareStatement("SELECT id, name FROM entry");
            row = select.executeQuery();
            row.next();
        }
    }

    @Benchmark
    public int getterByIndex(Statements open, CpuTime cpu) throws SQLException {
        return open.row.getInt(1);
    }

    @Benchmark
    public int getterByLabel(Statements open, CpuTime cpu) throws SQLException {
        return open.row.getInt("id");
    }

    @Benchmark
    public int updateOfLiteral(Statements open, CpuTime cpu) throws SQLException {
        return open.statement.executeUpdate("UPDATE entry SET name = 'stub' WHERE id = 1");
    }

    @Benchmark
    public int prepareQueryClose(StubConnected connected, CpuTime cpu) throws SQLException {
        try (var select =
                connected.connection.prepareStatement("SELECT id, name FROM entry WHERE id = ? AND name = ?")) {
            select.setInt(1, 1);
            select.setString(2, "stub");
            try (var row = select.executeQuery()) {
                return row.next() ? 1 : 0;
            }
        }
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public int[] batch(Statements open, CpuTime cpu) throws SQLException {
        for (int i = 0; i < BATCH; i++) {
            open.insert.setInt(1, i);
            open.insert.setString(2, "stub");
            open.insert.addBatch();
        }
        return open.insert.executeBatch();
    }
}
