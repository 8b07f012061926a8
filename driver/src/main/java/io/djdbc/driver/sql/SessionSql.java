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
    private static final int LENGTHS = 128;

    /**
     * The last text of each length that stays as it is: for a constant, as most statements are, that is a comparison
     * then, and not a search in the text.
     */
    private final @Nullable String[] unconcerned = new @Nullable String[LENGTHS];

    private final SqlRewriters maker;
    private final Dialect dialect;
    private final SqlSyntax syntax;
    private final boolean escapesOnly;
    private final boolean uncertain;
    private @Nullable SqlRewriter prepared;
    private @Nullable SqlRewriter called;
    private @Nullable SqlRewriter plain;

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

    /**
     * What is known of a statement with parameters because this very String came before; null if it is to be looked at.
     * A text that {@link #isUncertain} or {@link #isChangedBy} is never known.
     */
    public @Nullable RewrittenSql known(@Nullable String sql) {
        if (sql == null) {
            return null;
        }
        if (unconcerned[sql.length() & (LENGTHS - 1)] == sql) {
            return RewrittenSql.UNCHANGED;
        }
        SqlRewriter rewriter = prepared;
        return rewriter == null ? null : rewriter.known(sql);
    }

    /** A statement whose parameters' values can be changed when they are bound. */
    public RewrittenSql prepared(@Nullable String sql) throws SQLException {
        RewrittenSql known = known(sql);
        return known == null ? lookAt(sql) : known;
    }

    private RewrittenSql lookAt(@Nullable String sql) throws SQLException {
        if (sql == null) {
            return RewrittenSql.UNCHANGED;
        }
        if (isUncertain(sql) || isChangedBy(sql)) {
            return isOfNoConcern(sql) ? RewrittenSql.UNCHANGED : preparing().rewriteOnce(sql);
        }
        RewrittenSql rewritten =
                isOfNoConcern(sql) ? RewrittenSql.UNCHANGED : preparing().rewrite(sql);
        if (rewritten == RewrittenSql.UNCHANGED && sql.length() <= RewriteCache.LONGEST) {
            unconcerned[sql.length() & (LENGTHS - 1)] = sql;
        }
        return rewritten;
    }

    private SqlRewriter preparing() {
        SqlRewriter rewriter = prepared;
        if (rewriter == null) {
            rewriter = maker.rewriter(dialect, syntax, true, true);
            prepared = rewriter;
        }
        return rewriter;
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

    /** A statement whose JDBC escapes stay as they are. */
    public RewrittenSql withoutEscapes(@Nullable String sql) throws SQLException {
        if (isOfNoConcern(sql)) {
            return RewrittenSql.UNCHANGED;
        }
        SqlRewriter rewriter = plain;
        if (rewriter == null) {
            rewriter = maker.rewriter(dialect, syntax, true, false);
            plain = rewriter;
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
