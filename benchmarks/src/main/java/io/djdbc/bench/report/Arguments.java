package io.djdbc.bench.report;

import io.djdbc.bench.queries.mapper.Mapper;
import io.djdbc.bench.startup.Database;
import io.djdbc.bench.subject.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The command line.
 *
 * @param groups {@code --only}: calls, connect, postgresql, borrow, sql, queries, startup
 * @param subjects {@code --subjects}: the bare driver is always measured, first and last
 * @param methods {@code --methods}: benchmark methods by name; empty means all of the groups
 * @param mappers {@code --mappers}: the query builder and its peers; JDBC by hand is always measured, first and last
 * @param databases {@code --databases}: of the start-up benchmark
 * @param javas {@code --java}: {@code java} commands of the start-up benchmark
 */
record Arguments(
        boolean quick,
        int rounds,
        List<String> groups,
        List<String> methods,
        List<Subject> subjects,
        List<Mapper> mappers,
        List<Database> databases,
        List<Path> javas,
        Path out) {
    static final String STARTUP = "startup";

    static final String USAGE = """
            usage: java -jar benchmarks.jar [options]
              --quick                 one short round: a first look, not a result
              --rounds N              rounds, each one short fork of every subject (default 5; quick 1)
              --only A,B              of calls, connect, postgresql, borrow, sql, queries, startup
              --methods A,B           of the benchmark methods, e.g. getterByIndex; of sql also "parsers"
              --subjects A,B          of limit, hikari, p6spy, aws, aws_defaults, datasource_proxy, opentelemetry,
                                      djdbc_native, djdbc; the bare driver always runs, first and last
              --mappers A,B           of djdbc, djdbc_driver (above jdbc:djdbc:), jdbi, jooq, ebean, hibernate, mybatis,
                                      spring;
                                      JDBC by hand always runs, first and last
              --databases A,B         of stub, sqlite, h2, postgresql: what a fresh JVM is started on
              --java PATH             a java command to start; may be repeated (default: this JDK and the newest beside it)
              --out DIR               where benchmarks.md and benchmarks.json go (default: beside the jar)
            """;

    static Arguments parse(String... args) {
        boolean quick = false;
        int rounds = 0;
        var groups =
                List.of(Plan.CALLS, Plan.CONNECT, Plan.POSTGRESQL, Plan.BORROW, SqlTables.GROUP, Plan.QUERIES, STARTUP);
        var methods = List.<String>of();
        var subjects = List.of(Subject.values());
        var mappers = List.of(Mapper.values());
        var databases = List.of(Database.values());
        var javas = new ArrayList<Path>();
        var out = Path.of("benchmarks", "target");
        for (int i = 0; i < args.length; i++) {
            var name = args[i];
            if (name.equals("--quick")) {
                quick = true;
                continue;
            }
            if (++i == args.length) {
                throw new IllegalArgumentException(name + " is unknown or lacks its value\n" + USAGE);
            }
            var value = args[i];
            switch (name) {
                case "--rounds" -> rounds = Integer.parseInt(value);
                case "--only" -> groups = chosen(name, value, groups, Function.identity());
                case "--methods" -> methods = List.of(value.split(","));
                case "--subjects" ->
                    subjects = framed(chosen(name, value, subjects, Enum::name), Subject.BARE, Subject.BARE_AGAIN);
                case "--mappers" ->
                    mappers = framed(chosen(name, value, mappers, Enum::name), Mapper.BY_HAND, Mapper.BY_HAND_AGAIN);
                case "--databases" -> databases = chosen(name, value, databases, Enum::name);
                case "--java" -> javas.add(Path.of(value));
                case "--out" -> out = Path.of(value);
                default -> throw new IllegalArgumentException(name + " is unknown\n" + USAGE);
            }
        }
        if (rounds == 0) {
            rounds = quick ? 1 : 5;
        }
        return new Arguments(
                quick,
                rounds,
                groups,
                methods,
                subjects,
                mappers,
                databases,
                javas.isEmpty() ? defaultJavas() : javas,
                out);
    }

    private static <T> List<T> chosen(String option, String names, List<T> all, Function<T, String> name) {
        var chosen = new ArrayList<T>();
        for (var wanted : names.split(",")) {
            chosen.add(all.stream()
                    .filter(a -> name.apply(a).equalsIgnoreCase(wanted))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(option + " has no " + wanted + ", but "
                            + all.stream()
                                    .map(a -> name.apply(a).toLowerCase(Locale.ROOT))
                                    .toList())));
        }
        return chosen;
    }

    private static <T> List<T> framed(List<T> chosen, T first, T last) {
        var framed = new ArrayList<>(chosen);
        framed.removeAll(List.of(first, last));
        framed.add(0, first);
        framed.add(last);
        return framed;
    }

    /** This JDK, and the newest of those installed beside it. */
    private static List<Path> defaultJavas() {
        var home = Path.of(System.getProperty("java.home"));
        var javas = new ArrayList<Path>();
        javas.add(home.resolve("bin/java"));
        try (var siblings = Files.list(home.resolveSibling("."))) {
            siblings.filter(s -> feature(s) > Runtime.version().feature())
                    .max((a, b) -> Integer.compare(feature(a), feature(b)))
                    .ifPresent(newest -> javas.add(newest.resolve("bin/java")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return javas;
    }

    /** The feature release that a JDK's folder says it is; 0 if it is no JDK. */
    static int feature(Path home) {
        var release = home.resolve("release");
        if (!Files.isRegularFile(release)) {
            return 0;
        }
        try (var lines = Files.lines(release)) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION="))
                    .mapToInt(
                            line -> Arrays.stream(line.replaceAll("[^0-9.]", "").split("\\."))
                                    .mapToInt(Integer::parseInt)
                                    .findFirst()
                                    .orElse(0))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
