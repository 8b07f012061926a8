package io.djdbc.bench.sql;

import io.djdbc.bench.calls.CpuTime;
import io.djdbc.driver.sql.SessionSql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.StringProvider;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Statements that were never seen, read by djdbc and by the parsers that are its alternatives: nanoseconds a statement.
 * The parsers only parse; djdbc has rewritten the text when they have begun to.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class Parsers {
    /** Far more than the cache holds, so that each text is new when it comes again. */
    private static final int DISTINCT = 16_384;

    /** Who reads. */
    public enum Parser {
        DJDBC {
            @Override
            Reader reader(SqlDialect dialect) {
                SessionSql session = dialect.session();
                return session::prepared;
            }
        },
        JSQLPARSER {
            @Override
            Reader reader(SqlDialect dialect) {
                return Parsers::parse;
            }
        },
        JOOQ {
            @Override
            Reader reader(SqlDialect dialect) {
                var parser = DSL.using(dialect.jooq(), new Settings().withParseDialect(dialect.jooq()))
                        .parser();
                return parser::parseQuery;
            }
        },
        DJDBC_AGAIN {
            @Override
            Reader reader(SqlDialect dialect) {
                return DJDBC.reader(dialect);
            }
        };

        abstract Reader reader(SqlDialect dialect);
    }

    /** Reads a statement; the result keeps the JIT from leaving the work out. */
    interface Reader {
        Object read(String sql) throws SQLException;
    }

    @Param
    SqlDialect dialect;

    @Param
    Parser parser;

    private Reader reader;
    private String[] texts;
    private int next;

    /** In this thread, which its {@code CCJSqlParserUtil} does not: it starts one for each statement. */
    private static Object parse(String sql) throws SQLException {
        try {
            return new CCJSqlParser(new StringProvider(sql))
                    .withAllowComplexParsing(false)
                    .Statement();
        } catch (ParseException e) {
            throw new SQLException(sql, new JSQLParserException(e));
        }
    }

    @Setup
    public void prepare() {
        reader = parser.reader(dialect);
        List<String> statements = Statements.of(dialect);
        var distinct = new ArrayList<String>();
        for (int i = 0; i < DISTINCT; i++) {
            distinct.add(statements.get(i % statements.size()).replace("blog_", "blog" + i + "_"));
        }
        texts = distinct.toArray(new String[0]);
    }

    @Benchmark
    public Object unseen(CpuTime cpu) throws SQLException {
        next = (next + 1) % texts.length;
        return reader.read(texts[next]);
    }
}
