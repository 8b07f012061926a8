package io.djdbc.bench.calls;

import io.djdbc.bench.subject.Reuse;
import io.djdbc.bench.subject.Source;
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

/** Taking a connection that is already open, and giving it back: HikariCP's borrow beside {@code CONN_MAX_AGE=60}. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class PostgresBorrow {
    @Param
    Reuse reuse;

    private Source source;

    @Setup
    public void open() throws SQLException {
        source = reuse.open(PostgresServer.url(), new Properties());
        source.connect().close();
    }

    @TearDown
    public void close() {
        source.close();
    }

    @Benchmark
    public void openAndClose(CpuTime cpu) throws SQLException {
        source.connect().close();
    }
}
