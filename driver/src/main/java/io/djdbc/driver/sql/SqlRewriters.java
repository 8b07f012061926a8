package io.djdbc.driver.sql;

import io.djdbc.dialect.Dialect;
import io.djdbc.dialect.EncodingCheck;
import io.djdbc.dialect.LikeSyntax;
import io.djdbc.dialect.NameLimit;
import io.djdbc.dialect.SessionParameters;
import io.djdbc.dialect.SqlSyntax;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rewriters of one target: mostly one, more where sessions write SQL differently (MySQL's {@code sql_mode}). Made
 * when the first statement asks, as only a connection knows what server it is. Safe for use by several threads: at worst
 * one is made twice.
 */
public final class SqlRewriters {

    /**
     * What the settings say.
     *
     * @param like whether LIKE is rewritten ({@code LIKE_ESCAPE=django})
     * @param lookups whether the lookup escapes are
     * @param names what cuts names; null: nothing
     * @param emptyStrings whether comparisons with '' find NULL ({@code EMPTY_STRINGS=django})
     */
    public record Wanted(
            boolean like, boolean lookups, @Nullable NameLimit names, boolean emptyStrings) {

        boolean nothing() {
            return !like && !lookups && !adapts();
        }

        boolean adapts() {
            return names != null || emptyStrings;
        }
    }

    private record Known(SqlSyntax syntax, SessionSql sql) {}

    private static final SessionParameters NO_PARAMETERS =
            new SessionParameters(true, null, null, null, null, null, null, EncodingCheck.OFF, false);

    private final Dialect dialect;
    private final SessionParameters parameters;
    private final Wanted wanted;
    private volatile @Nullable Dialect refined;
    private volatile Known[] known = {};

    private SqlRewriters(Dialect dialect, SessionParameters parameters, Wanted wanted) {
        this.dialect = dialect;
        this.parameters = parameters;
        this.wanted = wanted;
    }

    /** Null if nothing is wanted: a pass-through. */
    public static @Nullable SqlRewriters of(Dialect dialect, SessionParameters parameters, Wanted wanted) {
        return wanted.nothing() ? null : new SqlRewriters(dialect, parameters, wanted);
    }

    /**
     * What rewrites the statements of a session.
     *
     * @param changed whether one of them may have changed how it writes SQL
     */
    public SessionSql forSession(Connection physical, boolean changed) throws SQLException {
        Dialect closer = closer(physical);
        SqlSyntax syntax = closer.syntax(physical, parameters, changed);
        for (Known candidate : known) {
            if (candidate.syntax.equals(syntax)) {
                return candidate.sql;
            }
        }
        return add(closer, syntax);
    }

    private Dialect closer(Connection physical) {
        if (!dialect.hasVariants()) {
            return dialect; // and the classes of the vendor's metadata stay where they are
        }
        Dialect known = refined;
        if (known == null) {
            try {
                DatabaseMetaData server = physical.getMetaData();
                known = dialect.refine(server.getDatabaseProductName(), server.getDatabaseProductVersion());
            } catch (SQLException e) {
                return dialect; // what the connection says to the statement matters, not what it says to us
            }
            refined = known;
        }
        return known;
    }

    /** What rewrites the statements of a session of a dialect as its servers come, with all that is wanted; for tools. */
    public static SessionSql forDialect(Dialect dialect, Wanted wanted) {
        SqlRewriters rewriters = new SqlRewriters(dialect, NO_PARAMETERS, wanted);
        return rewriters.add(dialect, dialect.syntax());
    }

    private synchronized SessionSql add(Dialect closer, SqlSyntax syntax) {
        boolean escapesOnly = !wanted.adapts() && !rewritesLike(closer.likeSyntax(syntax));
        SessionSql made = new SessionSql(this, closer, syntax, escapesOnly);
        Known[] more = Arrays.copyOf(known, known.length + 1);
        more[known.length] = new Known(syntax, made);
        known = more;
        return made;
    }

    private boolean rewritesLike(LikeSyntax like) {
        return wanted.like && !like.changesNothing();
    }

    SqlRewriter rewriter(Dialect closer, SqlSyntax syntax, boolean bindsValues, boolean escapes) {
        TextLiterals literals = new TextLiterals(syntax);
        List<Rewrite> rewrites = new ArrayList<>(2);
        LikeSyntax like = closer.likeSyntax(syntax);
        boolean rewritesLike = rewritesLike(like);
        if (rewritesLike) {
            rewrites.add(new LikeRewrite(like, literals));
        }
        if (wanted.lookups && escapes) {
            rewrites.add(new LookupRewrite(closer.lookupSyntax(syntax), literals, bindsValues));
        }
        Lexer lexer = new Lexer(syntax);
        Adapter adapter = wanted.adapts() ? new Adapter(lexer, wanted.names, wanted.emptyStrings, bindsValues) : null;
        return new SqlRewriter(lexer, rewrites, !rewritesLike && adapter == null, adapter);
    }
}
