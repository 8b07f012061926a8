package io.djdbc.driver.sql;

import io.djdbc.dialect.Dialect;
import io.djdbc.dialect.EncodingCheck;
import io.djdbc.dialect.LikeSyntax;
import io.djdbc.dialect.NameLimit;
import io.djdbc.dialect.SessionParameters;
import io.djdbc.dialect.SqlSyntax;
import io.djdbc.driver.event.SessionEvents;
import io.djdbc.driver.settings.Settings;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The rewriters of one target: mostly one, more where sessions write SQL differently (MySQL's {@code sql_mode}). Made
 * when the first statement asks, as only a connection knows what server it is. Safe for use by several threads.
 */
public final class SqlRewriters {

    /**
     * What is to be done, said without settings: by tools and tests.
     *
     * @param like whether LIKE is rewritten ({@code LIKE_ESCAPE=django})
     * @param lookups whether the lookup escapes are
     * @param names what cuts names; null: nothing
     * @param emptyStrings whether comparisons with '' find NULL ({@code EMPTY_STRINGS=django})
     */
    public record Wanted(
            boolean like, boolean lookups, @Nullable NameLimit names, boolean emptyStrings) {}

    private final Dialect dialect;
    private final SessionParameters parameters;
    private final boolean like;
    private final boolean lookups;
    private final @Nullable NameLimit names;
    private final boolean emptyStrings;
    private final @Nullable SessionEvents events;
    private final ReentrantLock adding = new ReentrantLock();
    private volatile @Nullable Dialect refined;
    private volatile SessionSql[] known = {};

    private SqlRewriters(Dialect dialect, Settings settings, SessionEvents events) {
        this.dialect = dialect;
        this.parameters = settings.sessionParameters();
        this.like = settings.rewritesLike();
        this.lookups = settings.writesLookups();
        this.names = settings.nameLimit(dialect);
        this.emptyStrings = settings.emptyStrings(dialect);
        this.events = events;
    }

    private SqlRewriters(Dialect dialect, SessionParameters parameters, Wanted wanted) {
        this.dialect = dialect;
        this.parameters = parameters;
        this.like = wanted.like();
        this.lookups = wanted.lookups();
        this.names = wanted.names();
        this.emptyStrings = wanted.emptyStrings();
        this.events = null;
    }

    /** Null if nothing is wanted: a pass-through. */
    public static @Nullable SqlRewriters of(Dialect dialect, SessionParameters parameters, Wanted wanted) {
        SqlRewriters rewriters = new SqlRewriters(dialect, parameters, wanted);
        return rewriters.like || rewriters.lookups || rewriters.adapts() ? rewriters : null;
    }

    /**
     * What the settings say.
     *
     * @param events what is told of texts that change
     */
    public static SqlRewriters of(Dialect dialect, Settings settings, SessionEvents events) {
        return new SqlRewriters(dialect, settings, events);
    }

    private boolean adapts() {
        return names != null || emptyStrings;
    }

    /**
     * What rewrites the statements of a session.
     *
     * @param changed whether one of them may have changed how it writes SQL
     */
    public SessionSql forSession(Connection physical, boolean changed) throws SQLException {
        Dialect closer = closer(physical);
        SqlSyntax syntax = closer.syntax(physical, parameters, changed);
        for (SessionSql candidate : known) {
            if (candidate.isFor(syntax)) {
                return candidate;
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
        SessionParameters none =
                new SessionParameters(true, null, null, null, null, null, null, EncodingCheck.OFF, false);
        SqlRewriters rewriters = new SqlRewriters(dialect, none, wanted);
        return rewriters.add(dialect, dialect.syntax());
    }

    /** Once for each way in which sessions write SQL, of which there are few; no statement waits here after that. */
    private SessionSql add(Dialect closer, SqlSyntax syntax) {
        boolean escapesOnly = !adapts() && !rewritesLike(closer.likeSyntax(syntax));
        adding.lock(); // not synchronized, which would pin a virtual thread
        try {
            SessionSql[] present = known;
            for (SessionSql other : present) {
                if (other.isFor(syntax)) {
                    return other; // another thread's, meanwhile
                }
            }
            SessionSql made = new SessionSql(this, closer, syntax, escapesOnly);
            SessionSql[] more = Arrays.copyOf(present, present.length + 1);
            more[present.length] = made;
            known = more;
            return made;
        } finally {
            adding.unlock();
        }
    }

    private boolean rewritesLike(LikeSyntax like) {
        return this.like && !like.changesNothing();
    }

    SqlRewriter rewriter(Dialect closer, SqlSyntax syntax, boolean bindsValues, boolean escapes) {
        TextLiterals literals = new TextLiterals(syntax);
        List<Rewrite> rewrites = new ArrayList<>(2);
        LikeSyntax like = closer.likeSyntax(syntax);
        boolean rewritesLike = rewritesLike(like);
        if (rewritesLike) {
            rewrites.add(new LikeRewrite(like, literals));
        }
        if (lookups && escapes) {
            rewrites.add(new LookupRewrite(closer.lookupSyntax(syntax), literals, bindsValues));
        }
        Lexer lexer = new Lexer(syntax);
        Adapter adapter = adapts() ? new Adapter(lexer, names, emptyStrings, bindsValues) : null;
        return new SqlRewriter(lexer, rewrites, !rewritesLike && adapter == null, adapter, events);
    }
}
