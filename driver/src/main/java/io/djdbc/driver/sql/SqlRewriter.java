package io.djdbc.driver.sql;

import io.djdbc.dialect.SqlSyntax;
import io.djdbc.dialect.SyntaxFeature;
import io.djdbc.driver.event.SessionEvents;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites statements for one kind of session; each text is looked at once and remembered. Safe for use by several
 * threads.
 */
public final class SqlRewriter {
    private final Lexer lexer;
    private final Rewrite[] rewrites;
    private final boolean escapesOnly;
    private final boolean programBlocks;
    private final @Nullable Adapter adapter;
    private final @Nullable SessionEvents events;
    private final RewriteCache cache = new RewriteCache();

    /** One that does nothing after the rewrites. */
    SqlRewriter(SqlSyntax syntax, List<Rewrite> rewrites, boolean escapesOnly) {
        this(new Lexer(syntax), rewrites, escapesOnly, null, null);
    }

    /**
     * @param escapesOnly whether only texts with a brace can concern the rewrites
     * @param adapter what is done after them; null: nothing
     * @param events what is told of a text that changes; null: nobody is
     */
    SqlRewriter(
            Lexer lexer,
            List<Rewrite> rewrites,
            boolean escapesOnly,
            @Nullable Adapter adapter,
            @Nullable SessionEvents events) {
        SqlSyntax syntax = lexer.syntax();
        this.lexer = lexer;
        this.adapter = adapter;
        this.events = events;
        this.rewrites = rewrites.toArray(new Rewrite[0]);
        this.escapesOnly = escapesOnly;
        this.programBlocks = syntax.has(SyntaxFeature.PROGRAM_BLOCKS);
    }

    /**
     * What becomes of a statement.
     *
     * @throws SQLException (42601) if something of djdbc's own in it is not well formed
     */
    public RewrittenSql rewrite(@Nullable String sql) throws SQLException {
        if (sql == null || escapesOnly && sql.indexOf('{') < 0) {
            return RewrittenSql.UNCHANGED;
        }
        RewrittenSql recent = cache.recent(sql);
        return recent != null ? recent : findOrRewrite(sql);
    }

    private RewrittenSql findOrRewrite(String sql) throws SQLException {
        if (adapter == null && sql.indexOf('{') < 0 && !LikeRewrite.mayBeIn(sql)) {
            cache.putRecent(sql, RewrittenSql.UNCHANGED);
            return RewrittenSql.UNCHANGED;
        }
        RewrittenSql known = cache.find(sql);
        if (known != null) {
            return known;
        }
        RewrittenSql rewritten = rewriteOnce(sql);
        cache.put(sql, rewritten);
        return rewritten;
    }

    /** What is remembered of the very String object; null: nothing. */
    @Nullable
    RewrittenSql known(String sql) {
        return cache.recent(sql);
    }

    /** The same as {@link #rewrite}, but nothing is remembered. */
    RewrittenSql rewriteOnce(String sql) throws SQLException {
        RewrittenSql rewritten = lexAndRewrite(sql);
        if (rewritten != RewrittenSql.UNCHANGED && events != null && events.wantsRewrites()) {
            events.rewritten(
                    ShownSql.of(lexer, sql),
                    ShownSql.of(lexer, rewritten.text(sql)),
                    rewritten.transformsValues(),
                    rewritten.variants() != null);
        }
        return rewritten;
    }

    private RewrittenSql lexAndRewrite(String sql) throws SQLException {
        Tokens tokens = lexer.lex(sql);
        if (!tokens.isComplete()) {
            return RewrittenSql.UNCHANGED; // the vendor's to refuse
        }
        Edits edits = new Edits();
        int from = 0;
        while (from < tokens.size()) {
            StatementKind kind = StatementKind.of(tokens, from, programBlocks);
            if (kind == StatementKind.PROGRAM) {
                break;
            }
            int to = tokens.statementEnd(from);
            for (Rewrite rewrite : rewrites) {
                rewrite.apply(tokens, from, to, kind, edits);
            }
            from = to + 1;
        }
        RewrittenSql rewritten = edits.applyTo(sql);
        return adapter == null ? rewritten : adapter.apply(tokens, edits, rewritten);
    }
}
