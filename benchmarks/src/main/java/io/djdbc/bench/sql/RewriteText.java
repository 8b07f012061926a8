package io.djdbc.bench.sql;

import io.djdbc.bench.calls.CpuTime;
import io.djdbc.driver.sql.Lexer;
import io.djdbc.driver.sql.RewrittenSql;
import io.djdbc.driver.sql.SessionSql;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A statement seen before, which must not allocate; and unseen ones of each size: nanoseconds a statement. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class RewriteText {
    private static final String START = "SELECT e.id, e.headline, b.name FROM blog_entry e INNER JOIN blog_blog b"
            + " ON (e.blog_id = b.id) WHERE {icontains e.body_text, ?} AND e.rating > 3";

    private static final String CONDITION =
            " AND (e.headline LIKE ? OR NOT (b.name = 'Cheddar Talk')) AND e.rating IN (1, 2, 3) AND UPPER(b.tagline) <> 'It''s'";

    /** What all texts of a size are together: far more than the cache holds, and not all of the heap. */
    private static final int CHARACTERS = 4_000_000;

    @Param
    SqlDialect dialect;

    /** Characters of an unseen statement. */
    @Param({"1000", "10000", "100000", "1000000"})
    int length;

    private SessionSql session;
    private Lexer lexer;
    private String[] texts;
    private int next;

    @Setup
    public void prepare() {
        session = dialect.session();
        lexer = dialect.lexer();
        texts = new String[Math.max(2, CHARACTERS / length)];
        for (int i = 0; i < texts.length; i++) {
            var text =
                    new StringBuilder(length).append(START).append(" AND n = ").append(i);
            while (text.length() + CONDITION.length() + 10 <= length) {
                text.append(CONDITION);
            }
            text.append(" AND x = '"); // and not a name, which would be too long for Oracle
            texts[i] = text.append("y".repeat(length - text.length() - 1))
                    .append('\'')
                    .toString();
        }
    }

    @Benchmark
    public RewrittenSql seen(CpuTime cpu) throws SQLException {
        return session.prepared(START);
    }

    @Benchmark
    public RewrittenSql unseen(CpuTime cpu) throws SQLException {
        next = (next + 1) % texts.length;
        return session.prepared(texts[next]);
    }

    /** The measure of a flood of distinct statements. */
    @Benchmark
    public Object lexed(CpuTime cpu) {
        next = (next + 1) % texts.length;
        return lexer.lex(texts[next]);
    }
}
