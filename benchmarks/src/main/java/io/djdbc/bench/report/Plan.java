package io.djdbc.bench.report;

import io.djdbc.bench.calls.PostgresBorrow;
import io.djdbc.bench.calls.PostgresCalls;
import io.djdbc.bench.calls.PostgresConnect;
import io.djdbc.bench.calls.StubCalls;
import io.djdbc.bench.calls.StubConnect;
import io.djdbc.bench.queries.H2Queries;
import io.djdbc.bench.queries.PostgresQueries;
import io.djdbc.bench.queries.StubQueries;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One benchmark method, and what is asked of djdbc there.
 *
 * @param group what {@code --only} chooses by
 * @param pools whether HikariCP is measured too
 * @param byCpuTime whether the calling thread's CPU time is compared, or the clock's
 */
record Plan(
        String group,
        Compared compared,
        Class<?> type,
        String method,
        String title,
        boolean pools,
        boolean byCpuTime,
        @Nullable Limit nativeLimit,
        Limit limit) {
    static final String CALLS = "calls";
    static final String CONNECT = "connect";
    static final String POSTGRESQL = "postgresql";
    static final String BORROW = "borrow";
    static final String QUERIES = "queries";

    /** Beyond fixed SQL, "8 times what that takes": it took 137 ns with a stub that was slower than ours. */
    private static final double EIGHT_TIMES = 7 * 137;

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
                    Compared.SUBJECTS,
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
                    Compared.SUBJECTS,
                    PostgresConnect.class,
                    "connectAndClose",
                    "connect + close",
                    false,
                    false,
                    NONE,
                    Limit.ratio(1.1)),
            new Plan(
                    BORROW,
                    Compared.REUSES,
                    PostgresBorrow.class,
                    "openAndClose",
                    "open + close of a reused connection",
                    true,
                    true,
                    Limit.ratio(1.5),
                    Limit.ratio(1.5)),
            onH2("fetchTenThousandRows", "10,000 rows to objects", 1.3),
            onH2("joinAndLike", "100 rows, join + LIKE", 1.4),
            onH2("insertThousand", "insert 1,000", 1.1),
            onH2("rowByKey", "one row by key", 1.8),
            onH2("updateByFilter", "update by filter", 1.1),
            onPostgres("fetchTenThousandRows", "10,000 rows to objects", 1.1),
            onPostgres("joinAndLike", "100 rows, join + LIKE", 1.1),
            onPostgres("insertThousand", "insert 1,000", 0.6),
            mapped(
                    StubQueries.class,
                    "knownShape",
                    "known shape, no database",
                    true,
                    Limit.extraNanos(EIGHT_TIMES).andBytes(3_000)));

    private static Plan call(String method, String title, Limit nativeLimit, Limit limit) {
        return new Plan(CALLS, Compared.SUBJECTS, StubCalls.class, method, title, true, true, nativeLimit, limit);
    }

    private static Plan postgresql(String method, String title) {
        return new Plan(POSTGRESQL, Compared.SUBJECTS, PostgresCalls.class, method, title, true, false, NONE, NONE);
    }

    private static Plan onH2(String method, String title, double limit) {
        return mapped(H2Queries.class, method, title, true, Limit.ratio(limit));
    }

    private static Plan onPostgres(String method, String title, double limit) {
        return mapped(PostgresQueries.class, method, title + ", PostgreSQL", false, Limit.ratio(limit));
    }

    private static Plan mapped(Class<?> type, String method, String title, boolean byCpuTime, Limit limit) {
        return new Plan(QUERIES, Compared.MAPPERS, type, method, title, false, byCpuTime, null, limit);
    }

    boolean needsPostgres() {
        return group.equals(POSTGRESQL) || group.equals(BORROW) || type == PostgresQueries.class;
    }

    Row row() {
        return compared.row(this);
    }
}
