package io.djdbc.bench.report;

import io.djdbc.bench.calls.PostgresBorrow;
import io.djdbc.bench.calls.PostgresCalls;
import io.djdbc.bench.calls.PostgresConnect;
import io.djdbc.bench.calls.StubCalls;
import io.djdbc.bench.calls.StubConnect;
import io.djdbc.bench.subject.Reuse;
import io.djdbc.bench.subject.Subject;
import java.util.Arrays;
import java.util.List;

/**
 * One benchmark method, and what is asked of djdbc there.
 *
 * @param group what {@code --only} chooses by
 * @param pools whether HikariCP is measured too
 * @param byCpuTime whether the calling thread's CPU time is compared, or the clock's
 */
record Plan(
        String group,
        Class<?> type,
        String method,
        String title,
        boolean pools,
        boolean byCpuTime,
        Limit nativeLimit,
        Limit limit) {
    static final String CALLS = "calls";
    static final String CONNECT = "connect";
    static final String POSTGRESQL = "postgresql";
    static final String BORROW = "borrow";

    /** "One wants no difference at all": what a run here can tell from none. */
    private static final Limit NONE = Limit.ratio(1.05);

    static final List<Plan> ALL = List.of(
            call("getterByIndex", "getter by index", Limit.ratio(1.05), Limit.ratio(1.05)),
            call("getterByLabel", "getter by label", Limit.ratio(1.05), Limit.ratio(1.10)),
            call("updateOfLiteral", "executeUpdate of a literal", Limit.ratio(1.4), Limit.extraNanos(20)),
            call("prepareQueryClose", "prepare, 2 setters, executeQuery, close", Limit.ratio(1.6), Limit.ratio(2.2)),
            call("batch", "batch of 100, per row", Limit.ratio(1.15), Limit.ratio(1.15)),
            new Plan(
                    CONNECT,
                    StubConnect.class,
                    "connectAndClose",
                    "connect + close",
                    false,
                    true,
                    Limit.ratio(3),
                    Limit.ratio(10)),
            postgresql("fetchTenThousandRows", "10,000 rows fetched"),
            postgresql("rowByKey", "one row by key"),
            postgresql("insertAndCommit", "insert + commit"),
            new Plan(
                    POSTGRESQL,
                    PostgresConnect.class,
                    "connectAndClose",
                    "connect + close",
                    false,
                    false,
                    NONE,
                    Limit.ratio(1.1)),
            new Plan(
                    BORROW,
                    PostgresBorrow.class,
                    "openAndClose",
                    "open + close of a reused connection",
                    true,
                    true,
                    Limit.ratio(1.5),
                    Limit.ratio(1.5)));

    private static Plan call(String method, String title, Limit nativeLimit, Limit limit) {
        return new Plan(CALLS, StubCalls.class, method, title, true, true, nativeLimit, limit);
    }

    private static Plan postgresql(String method, String title) {
        return new Plan(POSTGRESQL, PostgresCalls.class, method, title, true, false, NONE, NONE);
    }

    boolean isOfReuse() {
        return type == PostgresBorrow.class;
    }

    String parameter() {
        return isOfReuse() ? "reuse" : "subject";
    }

    /** The parameter's values, in the order in which a round measures them. */
    List<String> values(List<Subject> chosen) {
        if (isOfReuse()) {
            return Arrays.stream(Reuse.values())
                    .filter(r ->
                            !r.isOurs() || chosen.contains(r == Reuse.DJDBC ? Subject.DJDBC : Subject.DJDBC_NATIVE))
                    .map(Enum::name)
                    .toList();
        }
        return chosen.stream()
                .filter(s -> pools || s != Subject.HIKARI)
                .map(Enum::name)
                .toList();
    }

    String subjectTitle(String value) {
        return isOfReuse()
                ? Reuse.valueOf(value).title()
                : Subject.valueOf(value).title();
    }

    Row row() {
        if (isOfReuse()) {
            return new Row(
                    title,
                    byCpuTime,
                    Reuse.HIKARI.title(),
                    Reuse.HIKARI_AGAIN.title(),
                    Limits.of(Reuse.DJDBC_NATIVE.title(), nativeLimit, Reuse.DJDBC.title(), limit));
        }
        return Limits.row(title, byCpuTime, nativeLimit, limit);
    }
}
