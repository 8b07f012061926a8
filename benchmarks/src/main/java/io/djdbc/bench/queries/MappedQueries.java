package io.djdbc.bench.queries;

import io.djdbc.bench.calls.CpuTime;
import io.djdbc.bench.queries.mapper.Mapper;
import io.djdbc.bench.queries.mapper.Target;
import io.djdbc.bench.queries.mapper.Work;
import io.djdbc.bench.queries.model.Remark;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Objects read and written, on a database. Each method checks its answer: nobody gets fast by doing less. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public abstract class MappedQueries {
    private static final int INSERTED = 1_000;

    @Param
    Mapper mapper;

    private final Target target;
    private Work work;
    private int turn;

    MappedQueries(Target target) {
        this.target = target;
    }

    abstract String url();

    @Setup
    public void open() throws SQLException {
        Tables.make(url());
        work = mapper.open(url(), target);
    }

    @TearDown
    public void close() throws SQLException {
        work.close();
    }

    @Setup(Level.Iteration)
    public void empty() throws SQLException {
        Tables.emptyRemarks(url());
    }

    @Benchmark
    public List<?> fetchTenThousandRows(CpuTime cpu) throws SQLException {
        return counted(work.entries(), Tables.ENTRIES);
    }

    @Benchmark
    public List<?> joinAndLike(CpuTime cpu) throws SQLException {
        turn = turn % Tables.BLOGS + 1;
        return counted(work.entriesOf(Tables.blogName(turn)), Tables.ENTRIES / Tables.BLOGS);
    }

    @Benchmark
    public Object rowByKey(CpuTime cpu) throws SQLException {
        turn = turn % Tables.ENTRIES + 1;
        return work.entry(turn);
    }

    @Benchmark
    public long updateByFilter(CpuTime cpu) throws SQLException {
        turn = turn % 1_000 + 1;
        long updated = work.setComments(turn % Tables.BLOGS + 1, turn / Tables.BLOGS % 10, turn);
        if (updated != 10) {
            throw new IllegalStateException("updated " + updated);
        }
        return updated;
    }

    @Benchmark
    public List<Remark> insertThousand(CpuTime cpu) throws SQLException {
        var remarks = Remark.some(INSERTED);
        work.insert(remarks);
        return remarks;
    }

    private static List<?> counted(List<?> rows, int expected) {
        if (rows.size() != expected) {
            throw new IllegalStateException("read " + rows.size() + " rows, not " + expected);
        }
        return rows;
    }
}
