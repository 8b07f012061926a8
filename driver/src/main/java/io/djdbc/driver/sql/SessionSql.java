package io.djdbc.driver.sql;

import io.djdbc.dialect.Dialect;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Rewrites the statements of the sessions that write SQL alike. Safe for use by several threads. */
public final class SessionSql {
    private final Dialect dialect;
    private final SqlRewriter prepared;
    private final SqlRewriter called;
    private final SqlRewriter withoutEscapes;

    SessionSql(Dialect dialect, SqlRewriter prepared, SqlRewriter called, SqlRewriter withoutEscapes) {
        this.dialect = dialect;
        this.prepared = prepared;
        this.called = called;
        this.withoutEscapes = withoutEscapes;
    }

    /** A statement whose parameters' values can be changed when they are bound. */
    public RewrittenSql prepared(@Nullable String sql) throws SQLException {
        return prepared.rewrite(sql);
    }

    /** A call, whose parameters may have names: its values stay as they are, the database escapes them. */
    public RewrittenSql called(@Nullable String sql) throws SQLException {
        return called.rewrite(sql);
    }

    /** Whether this is no longer what rewrites the session's statements once a statement of this text has run. */
    public boolean isChangedBy(@Nullable String sql) {
        return sql != null && dialect.changesSyntax(sql);
    }

    /** A statement without parameters. */
    public RewrittenSql plain(@Nullable String sql, boolean escapeProcessing) throws SQLException {
        return (escapeProcessing ? prepared : withoutEscapes).rewrite(sql);
    }
}
