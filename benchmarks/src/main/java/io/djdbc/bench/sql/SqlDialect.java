package io.djdbc.bench.sql;

import io.djdbc.dialect.Dialect;
import io.djdbc.dialect.H2Dialect;
import io.djdbc.dialect.MySqlDialect;
import io.djdbc.dialect.NameLimit;
import io.djdbc.dialect.OracleDialect;
import io.djdbc.dialect.PostgreSqlDialect;
import io.djdbc.dialect.SqliteDialect;
import io.djdbc.driver.sql.Lexer;
import io.djdbc.driver.sql.SessionSql;
import io.djdbc.driver.sql.SqlRewriters;
import org.jooq.SQLDialect;

/** The dialects whose rewrites differ most, each with all of its rewrites on. */
public enum SqlDialect {
    POSTGRESQL(new PostgreSqlDialect(), SQLDialect.POSTGRES),
    MYSQL(new MySqlDialect(), SQLDialect.MYSQL),
    /** jOOQ's free edition reads Oracle's SQL with its default dialect. */
    ORACLE(new OracleDialect(), SQLDialect.DEFAULT),
    SQLITE(new SqliteDialect(), SQLDialect.SQLITE),
    H2(new H2Dialect(), SQLDialect.H2);

    private final Dialect dialect;
    private final SQLDialect jooq;

    SqlDialect(Dialect dialect, SQLDialect jooq) {
        this.dialect = dialect;
        this.jooq = jooq;
    }

    /** With an empty cache. */
    SessionSql session() {
        boolean oracle = this == ORACLE;
        return SqlRewriters.forDialect(
                dialect, new SqlRewriters.Wanted(true, true, oracle ? new NameLimit(30, true, false) : null, oracle));
    }

    Lexer lexer() {
        return new Lexer(dialect.syntax());
    }

    SQLDialect jooq() {
        return jooq;
    }
}
