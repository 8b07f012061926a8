package io.djdbc.bench.calls;

import io.djdbc.bench.subject.Source;
import io.djdbc.bench.subject.Subject;
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

/** A new connection to a real PostgreSQL; HikariCP is left out: it does not connect, it borrows. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
public class PostgresConnect {
    @Param
    Subject subject;

    private Source source;

    @Setup
    public void open() throws SQLException {
        source = subject.open(PostgresServer.url(), new Properties());
    }

    @TearDown
    public void close() {
        source.close();
    }

    @Benchmark
    public void connectAndClose(CpuTime cpu) throws SQLException {
        source.connect().close();
    }
}
