package io.djdbc.bench.report;

import io.djdbc.bench.queries.MappedQueries;
import io.djdbc.bench.queries.StubQueries;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** One short fork of each subject after the other, so that a change of the machine's mood meets all of them alike. */
final class Rounds {
    private static final int WARM_UP = 10;

    /**
     * Much of a database's code and its driver's is run for a query: after 2 s the JIT is at half of it, and those who
     * call it are compared by how far it is with them.
     */
    private static final int LONG_WARM_UP = 30;

    private final boolean quick;
    private final List<String> jvmArguments;

    /** @param jvmArguments what each fork gets beside its heap */
    Rounds(boolean quick, List<String> jvmArguments) {
        this.quick = quick;
        this.jvmArguments = jvmArguments;
    }

    /** Measures one benchmark method once for each value of its parameter. */
    Collection<RunResult> run(Class<?> type, String method, String parameter, List<String> values)
            throws RunnerException {
        return run(type, method, Map.of(parameter, values));
    }

    /** Measures one benchmark method once for each combination of its parameters' values. */
    Collection<RunResult> run(Class<?> type, String method, Map<String, List<String>> parameters)
            throws RunnerException {
        // results are taken by a call, as an application takes them: without one, the bare getter is half a nanosecond,
        // and the ratio to it says what one more field costs, which nobody will ever notice
        System.setProperty("jmh.blackhole.autoDetect", "false");
        var options = new OptionsBuilder()
                .include("^" + type.getName().replace(".", "\\.") + "\\." + method + "$")
                .forks(1)
                .jvmArgsAppend(jvmArguments.toArray(String[]::new))
                .jvmArgsPrepend("-Xms512m", "-Xmx512m")
                .warmupIterations(quick ? 5 : isOfQueries(type) ? LONG_WARM_UP : WARM_UP)
                .warmupTime(TimeValue.milliseconds(200))
                .measurementIterations(quick ? 10 : 20)
                .measurementTime(TimeValue.milliseconds(50))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(false)
                .verbosity(VerboseMode.SILENT);
        parameters.forEach((name, values) -> options.param(name, values.toArray(String[]::new)));
        return new Runner(options.build()).run();
    }

    private static boolean isOfQueries(Class<?> type) {
        return MappedQueries.class.isAssignableFrom(type) || type == StubQueries.class;
    }

    /** The lower quartile of a fork's iterations, which a busy machine disturbs least. */
    static Figure figure(RunResult result) {
        var unit = result.getPrimaryResult().getScoreUnit();
        double nanos = unit.startsWith("us") ? 1_000 : unit.startsWith("ms") ? 1_000_000 : 1;
        var iterations = result.getAggregatedResult().getIterationResults();
        var wall = iterations.stream().mapToDouble(i -> wall(i) * nanos).toArray();
        var cpu = iterations.stream()
                .mapToDouble(i -> wall(i) * nanos * secondary(i, "cpuNanos") / secondary(i, "wallNanos"))
                .toArray();
        var bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
        return new Figure(lowerQuartile(wall), lowerQuartile(cpu), bytes == null ? Double.NaN : bytes.getScore());
    }

    private static double wall(IterationResult iteration) {
        return iteration.getPrimaryResult().getScore();
    }

    private static double secondary(IterationResult iteration, String name) {
        var result = iteration.getSecondaryResults().get(name);
        return result == null ? Double.NaN : result.getScore();
    }

    private static double lowerQuartile(double[] values) {
        Arrays.sort(values);
        return values.length == 0 ? Double.NaN : values[values.length / 4];
    }

    static TimeUnit unit(double nanos) {
        return nanos < 1_000 ? TimeUnit.NANOSECONDS : nanos < 1_000_000 ? TimeUnit.MICROSECONDS : TimeUnit.MILLISECONDS;
    }
}
