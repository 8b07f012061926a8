package io.djdbc.bench.sql;

import io.djdbc.dialect.Dialect;
import io.djdbc.dialect.H2Dialect;
import io.djdbc.dialect.MySqlDialect;
import io.djdbc.dialect.OracleDialect;
import io.djdbc.dialect.PostgreSqlDialect;
import io.djdbc.dialect.SqliteDialect;
import io.djdbc.driver.sql.RewrittenSql;
import io.djdbc.driver.sql.SessionSql;
import io.djdbc.driver.sql.SqlRewriters;
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

/**
 * A statement seen before, one never seen, and a text of a megabyte: nanoseconds a statement. With {@code -prof gc} the
 * first has to show no allocation.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class RewriteText {
    /** 292 characters: divide by them for nanoseconds a character. */
    private static final String TYPICAL = "SELECT e.id, e.headline, b.name FROM blog_entry e INNER JOIN blog_blog b"
            + " ON (e.blog_id = b.id) WHERE (e.headline LIKE ? AND e.pub_date >= '2005-01-01' AND NOT (b.name ="
            + " 'Cheddar Talk') AND {icontains e.body_text, ?} AND e.rating IN (1, 2, 3)) ORDER BY e.pub_date DESC"
            + " LIMIT 20";

    /** The dialects whose rewrites differ most. */
    public enum Database {
        POSTGRESQL(new PostgreSqlDialect()),
        MYSQL(new MySqlDialect()),
        ORACLE(new OracleDialect()),
        SQLITE(new SqliteDialect()),
        H2(new H2Dialect());

        private final Dialect dialect;

        Database(Dialect dialect) {
            this.dialect = dialect;
        }
    }

    @Param
    Database database;

    private SessionSql session;
    private String megabyte;
    private String[] unseen;
    private int next;

    @Setup
    public void prepare() {
        session = SqlRewriters.forDialect(database.dialect, new SqlRewriters.Wanted(true, true, null, true));
        megabyte = TYPICAL + " AND a = 'b'".repeat(1_000_000 / 12);
        unseen = new String[8_192]; // far more than the cache holds, so that each is new when it comes again
        for (int i = 0; i < unseen.length; i++) {
            unseen[i] = TYPICAL + " OFFSET " + i;
        }
    }

    @Benchmark
    public RewrittenSql seen() throws SQLException {
        return session.prepared(TYPICAL);
    }

    @Benchmark
    public RewrittenSql unseen() throws SQLException {
        next = (next + 1) % unseen.length;
        return session.prepared(unseen[next]);
    }

    @Benchmark
    public RewrittenSql megabyte() throws SQLException {
        return session.prepared(megabyte);
    }
}
