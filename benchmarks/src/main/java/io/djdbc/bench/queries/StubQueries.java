package io.djdbc.bench.queries;

import io.djdbc.bench.calls.CpuTime;
import io.djdbc.bench.queries.mapper.Mapper;
import io.djdbc.bench.queries.mapper.Target;
import io.djdbc.bench.queries.mapper.Work;
import java.sql.SQLException;
import java.util.List;
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

/**
 * Building, binding and running a query of a known shape, three conditions and one join, on the stub driver, which
 * answers with one row at once: what is left is the library's own work.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class StubQueries {
    private static final String[] NAMES = {"Beatles Blog", "Cheddar Talk", "Pop Music Blog", "Fresh Air"};

    @Param
    Mapper mapper;

    private Work work;
    private int turn;

    @Setup
    public void open() throws SQLException {
        work = mapper.open("jdbc:stub://localhost/bench", Target.H2);
    }

    @TearDown
    public void close() throws SQLException {
        work.close();
    }

    @Benchmark
    public List<?> knownShape(CpuTime cpu) throws SQLException {
        turn++;
        return work.entries(NAMES[turn & 3], turn & 7, "What");
    }
}
