package io.djdbc.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What one database does differently, in one readable file.
 *
 * <p>Found by {@link java.util.ServiceLoader}; a dialect found there wins over a shipped one of the same
 * {@link #name()}, so a third party can add a database, or extend one of ours and change a single feature. A
 * dialect is stateless and safe for use by several threads.
 */
public interface Dialect {

    /** The name in settings and reports, lower case: {@code postgresql}. */
    String name();

    /** How this database's JDBC URLs start, after {@code jdbc:}; for example {@code postgresql:}. */
    List<String> urlPrefixes();

    /** The vendor's driver classes, tried in this order where {@link java.sql.DriverManager} knows none for the URL. */
    List<String> driverClassNames();

    /** How parameters are written in this vendor's URLs. */
    ParameterSyntax parameterSyntax();

    /**
     * Whether the vendor itself has a parameter of exactly this spelling that could be taken for one of djdbc's: an
     * upper-case name ({@code DB_CLOSE_DELAY} of H2), or one that differs from ours only by case ({@code pool} of
     * MariaDB). Such a parameter is the vendor's and is passed on.
     */
    default boolean ownsParameter(String name) {
        return false;
    }

    /** The settings that mean something to this database only when it says so: {@code ASSUME_ROLE}, {@code SQL_MODE}… */
    default boolean supports(SessionFeature feature) {
        return false;
    }

    /**
     * The vendor's own parameter that says the same, in the same words, as the setting of this feature; null if there is
     * none. Who names both, and differently, is refused.
     */
    default @Nullable String vendorParameter(SessionFeature feature) {
        return null;
    }

    /** The isolation level of a session for which none is set; null for the server's own. */
    default @Nullable IsolationLevel defaultIsolationLevel() {
        return null;
    }

    /**
     * Adds to the vendor's connection properties what the wanted session can get from them without a round trip. A
     * property that {@code vendorProperties} or the URL already has is the user's choice and stays.
     *
     * @param vendorUrl the vendor's URL, without djdbc's parameters
     * @param vendorProperties djdbc's own copy, which the vendor's driver gets next
     */
    default void configure(SessionParameters wanted, String vendorUrl, Properties vendorProperties) {}

    /**
     * Brings a new physical connection into the wanted state: nothing is sent for what already holds, and at most one
     * round trip for all the rest (INIT_COMMAND and auto-commit not counted). The caller runs INIT_COMMAND and sets
     * auto-commit, and closes the connection if this throws.
     *
     * <p>Called again after {@link #discardSession}. Auto-commit is on, and nothing here opens a transaction.
     *
     * @return warnings for the DBA that cost no round trip, such as PostgreSQL's reported encoding; mostly empty.
     *     {@link #check} has them all
     * @throws SQLException if a wanted state cannot be had, and with {@link EncodingCheck#ERROR} if the database does
     *     not store UTF-8 (SQLState 08004)
     */
    default List<SessionWarning> initialize(Connection physical, SessionParameters wanted) throws SQLException {
        IsolationLevel level = wanted.isolationLevel();
        if (level != null) {
            physical.setTransactionIsolation(level.jdbcLevel());
        }
        return List.of();
    }

    /**
     * Everything that a DBA should know of this session and its database, as Django's {@code check --database} tells
     * it; used by {@code djdbc check}. May cost a round trip, which {@link #initialize} must not.
     */
    default List<SessionWarning> check(Connection physical, SessionParameters wanted) throws SQLException {
        return List.of();
    }

    /**
     * The error to throw where opening a physical connection failed: the vendor's own, or a clearer one around it if
     * the failure comes from one of djdbc's settings (a time zone that the server does not know).
     */
    default SQLException explain(SQLException failure, SessionParameters wanted) {
        return failure;
    }

    /**
     * What the server says of this session, in the order in which a DBA wants to read it: name to value; used by
     * {@code djdbc check} and {@code djdbc demo}. May cost several round trips.
     */
    default Map<String, String> describeSession(Connection physical) throws SQLException {
        return Map.of();
    }

    /**
     * Takes the session back to what it was after login, server side ({@code SESSION_RESET=full}): {@code DISCARD ALL}
     * and its like. An open transaction is rolled back and auto-commit is on afterwards; the caller calls
     * {@link #initialize} again, then runs INIT_COMMAND.
     *
     * @return false where the database has no such thing; then the caller closes the connection instead of using it again
     */
    default boolean discardSession(Connection physical) throws SQLException {
        return false;
    }

    /**
     * Whether a transaction is open that the driver's auto-commit does not speak of, as one that the application began
     * by SQL, or work that a vendor's own API did; false where that cannot be said without a round trip.
     */
    default boolean isInTransaction(Connection physical) throws SQLException {
        return false;
    }

    /**
     * Whether the driver may answer a later {@link Connection#prepareStatement} with this very object although it was
     * closed, as Connector/J does that caches statements: then nobody may reach it by the closed statement any more.
     */
    default boolean reusesClosedStatement(Statement closed) {
        return false;
    }

    /** The present schema or search path, in a form that {@link #restoreSchema} takes. */
    default @Nullable String currentSchema(Connection physical) throws SQLException {
        return physical.getSchema();
    }

    /** Puts back what {@link #currentSchema} said, after the application has called {@link Connection#setSchema}. */
    default void restoreSchema(Connection physical, @Nullable String schema) throws SQLException {
        physical.setSchema(schema);
    }

    /**
     * Whether the error says something of the data only, nothing of the connection: Django's {@code DataError} and
     * {@code IntegrityError}. All other errors make the connection suspect until it has answered a ping.
     */
    default boolean isDataOrIntegrityError(SQLException error) {
        String state = error.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }

    /**
     * Whether a health check costs a round trip on this database; Django's SQLite backend counts a connection as
     * usable without asking.
     */
    default boolean hasHealthCheck() {
        return true;
    }

    /**
     * How long a name may be, in characters, before the driver cuts it ({@code MAX_NAME_LENGTH}) unless told otherwise; 0
     * where it leaves names alone.
     */
    default int defaultNameLimit() {
        return 0;
    }

    /** Whether a name that is cut is written in upper case, as Django writes all names on Oracle. */
    default boolean namesInUpperCase() {
        return false;
    }

    /** How this database writes SQL, with its settings as the server comes with them. */
    default SqlSyntax syntax() {
        return SqlSyntax.STANDARD;
    }

    /**
     * How this session writes SQL, where its settings change that (MySQL's NO_BACKSLASH_ESCAPES and ANSI_QUOTES).
     *
     * @param wanted what it was initialised with
     * @param changed whether the application has changed such a setting, so that it is worth a round trip to ask;
     *     else what the vendor's driver knows is enough
     */
    default SqlSyntax syntax(Connection physical, SessionParameters wanted, boolean changed) throws SQLException {
        return syntax();
    }

    /** Whether a statement of this text may change {@link #syntax(Connection, SessionParameters, boolean)}. */
    default boolean changesSyntax(String sql) {
        return false;
    }

    /**
     * What LIKE needs so that its escape character is {@code \\}.
     *
     * @param syntax the session's
     */
    default LikeSyntax likeSyntax(SqlSyntax syntax) {
        return LikeSyntax.NATIVE;
    }

    /**
     * How the text lookups are written.
     *
     * @param syntax the session's
     */
    default LookupSyntax lookupSyntax(SqlSyntax syntax) {
        return LookupSyntax.standard();
    }

    /** Whether {@link #refine} may answer with another dialect, so that the server is to be asked what it is. */
    default boolean hasVariants() {
        return false;
    }

    /** This dialect, or a closer one, after a look at what the server behind the driver says of itself. */
    default Dialect refine(String productName, String productVersion) {
        return this;
    }
}
