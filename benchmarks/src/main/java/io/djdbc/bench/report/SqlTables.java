package io.djdbc.bench.report;

import io.djdbc.bench.calls.SqlCalls;
import io.djdbc.bench.sql.Parsers;
import io.djdbc.bench.sql.RewriteText;
import io.djdbc.bench.sql.SqlDialect;
import io.djdbc.bench.subject.SqlSubject;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;

/** What rewriting SQL costs: calls whose text was seen before, texts that were not, and the parsers beside them. */
final class SqlTables {
    static final String GROUP = "sql";

    private static final Limit PREPARE = Limit.ratio(2.2);
    private static final int[] LENGTHS = {1_000, 10_000, 100_000, 1_000_000};

    private final Rounds rounds;
    private final PrintStream progress;
    private final Predicate<String> methods;
    private final Map<String, List<Row>> tables = new LinkedHashMap<>();
    private final Map<String, Row> rows = new LinkedHashMap<>();

    /** @param methods which of the benchmark methods are measured */
    SqlTables(Rounds rounds, PrintStream progress, Predicate<String> methods) {
        this.rounds = rounds;
        this.progress = progress;
        this.methods = methods;
    }

    /** The rows by the titles of their tables. */
    Map<String, List<Row>> measure(int times) throws RunnerException {
        for (int round = 1; round <= times; round++) {
            progress.println("round " + round + " of " + times + ": " + GROUP);
            calls("prepareQueryClose", "prepare, 2 setters, executeQuery, close", PREPARE);
            calls("prepareLikeQueryClose", "the same with a LIKE", PREPARE);
            calls("updateOfLiteral", "executeUpdate of a literal", Limit.extraNanos(20));
            getString();
            for (var dialect : SqlDialect.values()) {
                texts(dialect);
                parsers(dialect);
            }
        }
        return tables;
    }

    private void calls(String method, String title, Limit limit) throws RunnerException {
        if (!methods.test(method)) {
            return;
        }
        var limits = new LinkedHashMap<String, @Nullable Limit>();
        limits.put(SqlSubject.SQLITE.title(), limit);
        limits.put(SqlSubject.ORACLE.title(), limit);
        var row = row(
                "SQL on the stub driver, seen before: ratio to the bare driver",
                new Row(title, true, SqlSubject.BARE.title(), SqlSubject.BARE_AGAIN.title(), limits));
        calls(
                row,
                method,
                List.of(
                        SqlSubject.BARE,
                        SqlSubject.LIMIT,
                        SqlSubject.SQLITE,
                        SqlSubject.ORACLE,
                        SqlSubject.BARE_AGAIN));
    }

    private void getString() throws RunnerException {
        if (methods.test("getString")) {
            var limits = new LinkedHashMap<String, @Nullable Limit>();
            limits.put(SqlSubject.ORACLE.title(), Limit.ratio(1.3));
            var row = row(
                    "SQL on the stub driver: ratio to the hand-written wrapper",
                    new Row("getString", true, SqlSubject.LIMIT.title(), SqlSubject.LIMIT_AGAIN.title(), limits));
            calls(row, "getString", List.of(SqlSubject.LIMIT, SqlSubject.ORACLE, SqlSubject.LIMIT_AGAIN));
        }
    }

    private void calls(Row row, String method, List<SqlSubject> subjects) throws RunnerException {
        var values = subjects.stream().map(Enum::name).toList();
        for (var result : rounds.run(SqlCalls.class, method, "subject", values)) {
            row.add(SqlSubject.valueOf(result.getParams().getParam("subject")).title(), Rounds.figure(result));
        }
    }

    /** Texts that were never seen, beside lexing alone: what a flood of distinct statements costs. */
    private void texts(SqlDialect dialect) throws RunnerException {
        if (!methods.test("unseen")) {
            return;
        }
        for (int length : LENGTHS) {
            var limits = new LinkedHashMap<String, @Nullable Limit>();
            limits.put("rewritten", Limit.nanosPerCharacter(4, length));
            limits.put("seen before", Limit.noBytes());
            var row = row(
                    "SQL text: ratio to lexing an unseen one",
                    new Row(
                            String.format(Locale.ROOT, "%s, %,d characters", dialect.name(), length),
                            true,
                            "lexed",
                            "lexed again",
                            limits));
            text(row, "lexed", "lexed", dialect, length);
            text(row, "unseen", "rewritten", dialect, length);
            if (length == LENGTHS[0]) {
                text(row, "seen", "seen before", dialect, length);
            }
            text(row, "lexed", "lexed again", dialect, length);
        }
    }

    private void text(Row row, String method, String subject, SqlDialect dialect, int length) throws RunnerException {
        var parameters = Map.of("dialect", List.of(dialect.name()), "length", List.of(Integer.toString(length)));
        for (var result : rounds.run(RewriteText.class, method, parameters)) {
            row.add(subject, Rounds.figure(result));
        }
    }

    private void parsers(SqlDialect dialect) throws RunnerException {
        if (!methods.test("parsers")) {
            return;
        }
        var limits = new LinkedHashMap<String, @Nullable Limit>();
        limits.put(Parsers.Parser.JSQLPARSER.name(), Limit.atLeast(20));
        limits.put(Parsers.Parser.JOOQ.name(), Limit.atLeast(20));
        var row = row(
                "Unseen statements: ratio of parsers to djdbc",
                new Row(dialect.name(), true, Parsers.Parser.DJDBC.name(), Parsers.Parser.DJDBC_AGAIN.name(), limits));
        var parameters = Map.of(
                "dialect",
                List.of(dialect.name()),
                "parser",
                Arrays.stream(Parsers.Parser.values()).map(Enum::name).toList());
        for (var result : rounds.run(Parsers.class, "unseen", parameters)) {
            row.add(result.getParams().getParam("parser"), Rounds.figure(result));
        }
    }

    /** The row of an earlier round, or this one. */
    private Row row(String table, Row made) {
        var known = rows.putIfAbsent(table + made.title(), made);
        if (known == null) {
            tables.computeIfAbsent(table, t -> new ArrayList<>()).add(made);
            return made;
        }
        return known;
    }
}
