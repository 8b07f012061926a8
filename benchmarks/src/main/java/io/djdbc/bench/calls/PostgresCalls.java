package io.djdbc.bench.calls;

import io.djdbc.bench.subject.Source;
import io.djdbc.bench.subject.Subject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Properties;
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

/** Work on a real PostgreSQL, where a wrapper should not be noticed. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
public class PostgresCalls {
    private static final int ROWS = 10_000;

    @Param
    Subject subject;

    private Source source;
    private Connection connection;
    private PreparedStatement all;
    private PreparedStatement byKey;
    private PreparedStatement insert;
    private int key;

    @Setup
    public void open() throws SQLException {
        source = subject.open(PostgresServer.url(), new Properties());
        connection = source.connect();
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TEMPORARY TABLE entry (id int PRIMARY KEY, headline text, rating int)");
            statement.executeUpdate("CREATE TEMPORARY TABLE comment (id serial PRIMARY KEY, body text)");
            statement.executeUpdate(
                    "INSERT INTO entry SELECT i, 'headline ' || i, i % 10 FROM generate_series(1, " + ROWS + ") AS i");
        }
        all = connection.prepareStatement("SELECT id, headline, rating FROM entry");
        byKey = connection.prepareStatement("SELECT headline FROM entry WHERE id = ?");
        insert = connection.prepareStatement("INSERT INTO comment (body) VALUES (?)");
    }

    @TearDown
    public void close() throws SQLException {
        connection.close();
        source.close();
    }

    @Benchmark
    public long fetchTenThousandRows(CpuTime cpu) throws SQLException {
        long sum = 0;
        try (var rows = all.executeQuery()) {
            while (rows.next()) {
                sum += rows.getInt(1) + rows.getString(2).length() + rows.getInt("rating");
            }
        }
        return sum;
    }

    @Benchmark
    public int rowByKey(CpuTime cpu) throws SQLException {
        key = key % ROWS + 1;
        byKey.setInt(1, key);
        try (var rows = byKey.executeQuery()) {
            return rows.next() ? rows.getString(1).length() : -1;
        }
    }

    @Benchmark
    public void insertAndCommit(CpuTime cpu) throws SQLException {
        connection.setAutoCommit(false);
        insert.setString(1, "a comment");
        insert.executeUpdate();
        connection.commit();
        connection.setAutoCommit(true);
    }
}
