package io.djdbc.bench.report;

import io.djdbc.bench.calls.PostgresServer;
import io.djdbc.bench.startup.Database;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;

/** Runs the benchmarks in rounds, prints their tables with djdbc's limits, and says what is over. */
public final class Report {
    private final Arguments arguments;
    private final PrintStream out;
    private final Map<String, List<Row>> tables = new LinkedHashMap<>();

    private Report(Arguments arguments, PrintStream out) {
        this.arguments = arguments;
        this.out = out;
    }

    public static void main(String[] args) throws IOException, InterruptedException, RunnerException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (List.of(args).contains("--help")) {
            out.print(Arguments.USAGE);
            return;
        }
        Arguments arguments;
        try {
            arguments = Arguments.parse(args);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            System.exit(2);
            return;
        }
        new Report(arguments, out).run();
        // peers leave threads behind
        System.exit(0);
    }

    private void run() throws IOException, InterruptedException, RunnerException {
        calls();
        sql();
        startup();
        var text = new StringBuilder("## Measured\n\n");
        environment()
                .forEach((name, value) -> text.append("- ")
                        .append(name)
                        .append(": ")
                        .append(value)
                        .append('\n'));
        tables.forEach((title, rows) -> text.append(Markdown.of(title, rows)));
        var over = tables.values().stream()
                .flatMap(rows -> Markdown.over(rows).stream())
                .toList();
        text.append(over.isEmpty() ? "\nNothing is over its limit.\n" : "\nOver their limits:\n");
        over.forEach(line -> text.append("- ").append(line).append('\n'));
        out.print(text);
        Files.createDirectories(arguments.out());
        Files.writeString(arguments.out().resolve("benchmarks.md"), text);
        Json.write(arguments.out().resolve("benchmarks.json"), environment(), tables);
    }

    private void calls() throws RunnerException {
        var plans = Plan.ALL.stream()
                .filter(p -> arguments.groups().contains(p.group()))
                .filter(p ->
                        arguments.methods().isEmpty() || arguments.methods().contains(p.method()))
                .toList();
        if (plans.isEmpty()) {
            return;
        }
        var jvmArguments = new ArrayList<String>();
        if (plans.stream().anyMatch(Plan::needsPostgres)) {
            jvmArguments.add("-D" + PostgresServer.URL_PROPERTY + "=" + PostgresServer.url());
        }
        var rounds = new Rounds(arguments.quick(), jvmArguments);
        var rows = new LinkedHashMap<Plan, Row>();
        for (int round = 1; round <= arguments.rounds(); round++) {
            for (var plan : plans) {
                out.println("round " + round + " of " + arguments.rounds() + ": " + plan.group() + ", " + plan.title());
                var row = rows.computeIfAbsent(plan, Plan::row);
                var compared = plan.compared();
                var results = rounds.run(
                        plan.type(), plan.method(), compared.parameter(), compared.values(arguments, plan.pools()));
                for (var result : results) {
                    row.add(compared.title(result.getParams().getParam(compared.parameter())), Rounds.figure(result));
                }
            }
        }
        table("On the stub driver: ratio to the bare driver", rows, Plan.CALLS, Plan.CONNECT);
        table("On PostgreSQL: ratio to the bare driver", rows, Plan.POSTGRESQL);
        table("On PostgreSQL: ratio to HikariCP's borrow", rows, Plan.BORROW);
        table("Query builder: ratio to JDBC by hand", rows, Plan.QUERIES);
    }

    private void sql() throws RunnerException {
        if (arguments.groups().contains(SqlTables.GROUP)) {
            var wanted = arguments.methods();
            tables.putAll(new SqlTables(
                            new Rounds(arguments.quick(), List.of()), out, m -> wanted.isEmpty() || wanted.contains(m))
                    .measure(arguments.rounds()));
        }
    }

    private void table(String title, Map<Plan, Row> measured, String... groups) {
        var rows = measured.entrySet().stream()
                .filter(e -> List.of(groups).contains(e.getKey().group()))
                .map(Map.Entry::getValue)
                .filter(r -> !r.isEmpty())
                .flatMap(Report::byBothTimes)
                .toList();
        if (!rows.isEmpty()) {
            tables.put(title, rows);
        }
    }

    private static Stream<Row> byBothTimes(Row row) {
        return row.isByCpuTime() ? Stream.of(row) : Stream.of(row, row.byCpuTime());
    }

    private void startup() throws IOException, InterruptedException {
        if (!arguments.groups().contains(Arguments.STARTUP)) {
            return;
        }
        var rows = new ArrayList<Row>();
        int rounds = arguments.quick() ? 3 : 2 * arguments.rounds() + 1;
        for (Path java : arguments.javas()) {
            var jdk = "JDK "
                    + Arguments.feature(java.toRealPath().resolve("../..").normalize());
            out.println(jdk + ": " + rounds + " rounds of fresh JVMs");
            rows.addAll(new Startup(out)
                    .measure(jdk, java, arguments.subjects(), List.copyOf(arguments.databases()), rounds));
        }
        tables.put(
                "From a fresh JVM to the first row: ratio to the bare driver",
                rows.stream().flatMap(Report::byBothTimes).toList());
    }

    private Map<String, String> environment() {
        var environment = new TreeMap<String, String>();
        environment.put("JDK", Runtime.version().toString());
        environment.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        environment.put(
                "rounds", arguments.rounds() + (arguments.quick() ? " (quick: a first look, not a result)" : ""));
        environment.put(
                "databases of the start-up",
                arguments.databases().stream().map(Database::title).toList().toString());
        return environment;
    }
}
