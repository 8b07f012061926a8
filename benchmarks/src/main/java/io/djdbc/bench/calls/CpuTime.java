package io.djdbc.bench.calls;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The calling thread's CPU and wall time of each iteration. On a busy machine a benchmark of nanoseconds measures the
 * scheduler; the share of time that the thread really ran takes that out again.
 */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class CpuTime {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    public long cpuNanos;
    public long wallNanos;
    private long cpuAtStart;
    private long wallAtStart;

    @Setup(Level.Iteration)
    public void start() {
        wallAtStart = System.nanoTime();
        cpuAtStart = THREADS.getCurrentThreadCpuTime();
    }

    @TearDown(Level.Iteration)
    public void stop() {
        cpuNanos = THREADS.getCurrentThreadCpuTime() - cpuAtStart;
        wallNanos = System.nanoTime() - wallAtStart;
    }
}
