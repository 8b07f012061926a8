package io.djdbc.driver.sql;

import io.djdbc.dialect.Dialect;
import io.djdbc.dialect.H2Dialect;
import io.djdbc.dialect.MariaDbDialect;
import io.djdbc.dialect.MySqlDialect;
import io.djdbc.dialect.OracleDialect;
import io.djdbc.dialect.PostgreSqlDialect;
import io.djdbc.dialect.SqlSyntax;
import io.djdbc.dialect.SqliteDialect;
import io.djdbc.dialect.SyntaxFeature;
import io.djdbc.dialect.ValueTransform;
import java.sql.SQLException;
import java.util.List;

/** A rewriter with everything on, as a session of a dialect has it. */
final class Rewriting {
    static final Rewriting POSTGRESQL = new Rewriting(new PostgreSqlDialect());
    static final Rewriting MYSQL = new Rewriting(new MySqlDialect());
    static final Rewriting MARIADB = new Rewriting(new MariaDbDialect());
    static final Rewriting ORACLE = new Rewriting(new OracleDialect());
    static final Rewriting SQLITE = new Rewriting(new SqliteDialect());
    static final Rewriting H2 = new Rewriting(new H2Dialect());

    /** MySQL with NO_BACKSLASH_ESCAPES. */
    static final Rewriting MYSQL_PLAIN =
            new Rewriting(new MySqlDialect(), new MySqlDialect().syntax().with(SyntaxFeature.BACKSLASH_ESCAPES, false));

    static final List<Rewriting> ALL = List.of(POSTGRESQL, MYSQL, MARIADB, ORACLE, SQLITE, H2, MYSQL_PLAIN);

    final Dialect dialect;
    final SqlSyntax syntax;
    final SqlRewriter rewriter;

    private Rewriting(Dialect dialect) {
        this(dialect, dialect.syntax());
    }

    private Rewriting(Dialect dialect, SqlSyntax syntax) {
        this.dialect = dialect;
        this.syntax = syntax;
        TextLiterals literals = new TextLiterals(syntax);
        this.rewriter = new SqlRewriter(
                syntax,
                List.of(
                        new LikeRewrite(dialect.likeSyntax(syntax), literals),
                        new LookupRewrite(dialect.lookupSyntax(syntax), literals, true)),
                false);
    }

    RewrittenSql rewrite(String sql) {
        try {
            return rewriter.rewrite(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String text(String sql) {
        return rewrite(sql).text(sql);
    }

    ValueTransform transform(String sql, int number) {
        return rewrite(sql).transform(number);
    }

    @Override
    public String toString() {
        return dialect.name() + (syntax.equals(dialect.syntax()) ? "" : " without backslash escapes");
    }
}
