package io.djdbc.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.bench.calls.PostgresBorrow;
import io.djdbc.bench.calls.PostgresCalls;
import io.djdbc.bench.calls.PostgresConnect;
import io.djdbc.bench.calls.SqlCalls;
import io.djdbc.bench.calls.StubCalls;
import io.djdbc.bench.calls.StubConnect;
import io.djdbc.bench.queries.H2Queries;
import io.djdbc.bench.queries.PostgresQueries;
import io.djdbc.bench.queries.StubQueries;
import io.djdbc.bench.queries.mapper.Mapper;
import io.djdbc.bench.sql.Parsers;
import io.djdbc.bench.sql.RewriteText;
import io.djdbc.bench.sql.SqlDialect;
import io.djdbc.bench.subject.Reuse;
import io.djdbc.bench.subject.SqlSubject;
import io.djdbc.bench.subject.Subject;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Each benchmark runs once with each of its subjects, in this JVM and for some milliseconds, so that none can rot. */
class EveryBenchmarkRunsTest {
    static Stream<Class<?>> benchmarks() {
        return Stream.of(
                StubCalls.class,
                StubConnect.class,
                SqlCalls.class,
                PostgresCalls.class,
                PostgresConnect.class,
                PostgresBorrow.class,
                RewriteText.class,
                Parsers.class,
                H2Queries.class,
                PostgresQueries.class,
                StubQueries.class);
    }

    @ParameterizedTest
    @MethodSource("benchmarks")
    void runs_with_every_subject(Class<?> type) throws RunnerException {
        var parameter = parameter(type);
        var options = new OptionsBuilder()
                .param(parameter, values(type))
                .include("^" + type.getName().replace(".", "\\.") + "\\.")
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(2))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        var ran = new Runner(options).run();
        // those with a second parameter run once for each value of that
        assertThat(ran).extracting(result -> result.getParams().id()).doesNotHaveDuplicates();
        assertThat(ran)
                .extracting(result -> result.getParams().getBenchmark() + " "
                        + result.getParams().getParam(parameter))
                .containsOnly(expected(type).toArray(String[]::new));
    }

    private static boolean mapsRows(Class<?> type) {
        return type.getPackage().equals(H2Queries.class.getPackage());
    }

    private static String parameter(Class<?> type) {
        return mapsRows(type)
                ? "mapper"
                : type == RewriteText.class || type == Parsers.class
                        ? "dialect"
                        : type == PostgresBorrow.class ? "reuse" : "subject";
    }

    private static String[] values(Class<?> type) {
        Enum<?>[] values = mapsRows(type)
                ? Mapper.values()
                : type == RewriteText.class || type == Parsers.class
                        ? SqlDialect.values()
                        : type == SqlCalls.class
                                ? SqlSubject.values()
                                : type == PostgresBorrow.class ? Reuse.values() : Subject.values();
        return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
    }

    private static List<String> expected(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .flatMap(method ->
                        Arrays.stream(values(type)).map(value -> type.getName() + "." + method.getName() + " " + value))
                .toList();
    }
}
