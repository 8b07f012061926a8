package io.djdbc.driver.sql;

import io.djdbc.dialect.Dialect;
import io.djdbc.dialect.SqlSyntax;
import io.djdbc.dialect.SyntaxFeature;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites the statements of the sessions that write SQL alike. What rewrites is made when the first text comes that may
 * concern it: most sessions of most databases never send one. Safe for use by several threads: at worst it is made twice.
 */
public final class SessionSql {
    private final SqlRewriters maker;
    private final Dialect dialect;
    private final SqlSyntax syntax;
    private final boolean escapesOnly;
    private final boolean uncertain;
    private @Nullable SqlRewriter prepared;
    private @Nullable SqlRewriter called;
    private @Nullable SqlRewriter withoutEscapes;

    /** @param escapesOnly whether only texts with a brace can concern the rewrites */
    SessionSql(SqlRewriters maker, Dialect dialect, SqlSyntax syntax, boolean escapesOnly) {
        this.maker = maker;
        this.dialect = dialect;
        this.syntax = syntax;
        this.escapesOnly = escapesOnly;
        this.uncertain = !syntax.isStandard() && syntax.has(SyntaxFeature.DOUBLE_QUOTES_UNCERTAIN);
    }

    /** Whether these sessions write SQL so. */
    boolean isFor(SqlSyntax wanted) {
        return syntax.equals(wanted);
    }

    /** A statement whose parameters' values can be changed when they are bound. */
    public RewrittenSql prepared(@Nullable String sql) throws SQLException {
        if (isOfNoConcern(sql)) {
            return RewrittenSql.UNCHANGED;
        }
        SqlRewriter rewriter = prepared;
        if (rewriter == null) {
            rewriter = maker.rewriter(dialect, syntax, true, true);
            prepared = rewriter;
        }
        return rewriter.rewrite(sql);
    }

    /** A call, whose parameters may have names: its values stay as they are, the database escapes them. */
    public RewrittenSql called(@Nullable String sql) throws SQLException {
        if (isOfNoConcern(sql)) {
            return RewrittenSql.UNCHANGED;
        }
        SqlRewriter rewriter = called;
        if (rewriter == null) {
            rewriter = maker.rewriter(dialect, syntax, false, true);
            called = rewriter;
        }
        return rewriter.rewrite(sql);
    }

    /** A statement without parameters. */
    public RewrittenSql plain(@Nullable String sql, boolean escapeProcessing) throws SQLException {
        return escapeProcessing ? prepared(sql) : plain(sql);
    }

    private RewrittenSql plain(@Nullable String sql) throws SQLException {
        if (isOfNoConcern(sql)) {
            return RewrittenSql.UNCHANGED;
        }
        SqlRewriter rewriter = withoutEscapes;
        if (rewriter == null) {
            rewriter = maker.rewriter(dialect, syntax, true, false);
            withoutEscapes = rewriter;
        }
        return rewriter.rewrite(sql);
    }

    private boolean isOfNoConcern(@Nullable String sql) {
        return sql == null || escapesOnly && sql.indexOf('{') < 0;
    }

    /** Whether it depends on what the session has not been asked yet how a statement is read. */
    public boolean isUncertain(@Nullable String sql) {
        return uncertain && sql != null && !isOfNoConcern(sql) && sql.indexOf('"') >= 0;
    }

    /** Whether this is no longer what rewrites the session's statements once a statement of this text has run. */
    public boolean isChangedBy(@Nullable String sql) {
        return sql != null && dialect.changesSyntax(sql);
    }
}
