package io.djdbc.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * MySQL through MySQL Connector/J.
 *
 * <p>The session gets its state from the driver's own connection properties, at no more round trips than a bare
 * connection: {@code sessionVariables} costs one, and {@code characterSetResults=utf8mb4}, which is Django's charset,
 * saves the {@code SET character_set_results = NULL} that the driver sends without it.
 *
 * <p>As in Django: read committed unless set, {@code sql_auto_is_null} off, {@code sql_mode} only if set. Rows found,
 * not rows changed, are counted for updates; both drivers do so by default.
 */
public class MySqlDialect implements Dialect {

    private static final SqlSyntax SYNTAX = SqlSyntax.of(
            SyntaxFeature.BACKSLASH_ESCAPES,
            SyntaxFeature.DOUBLE_QUOTED_STRINGS,
            SyntaxFeature.BACKTICK_NAMES,
            SyntaxFeature.HASH_COMMENTS,
            SyntaxFeature.DASH_COMMENTS_NEED_SPACE,
            SyntaxFeature.EXECUTABLE_COMMENTS,
            SyntaxFeature.AT_NAMES);

    private static final VendorMethod RESET_SERVER_STATE =
            new VendorMethod("com.mysql.cj.jdbc.JdbcConnection", "resetServerState", 0);

    private static final VendorMethod SESSION = new VendorMethod("com.mysql.cj.MysqlConnection", "getSession", 0);

    private static final VendorMethod SERVER_SESSION = new VendorMethod("com.mysql.cj.Session", "getServerSession", 0);

    private static final VendorMethod IN_TRANSACTION =
            new VendorMethod("com.mysql.cj.protocol.ServerSession", "inTransactionOnServer", 0);

    private static final VendorMethod STATUS_FLAGS =
            new VendorMethod("com.mysql.cj.protocol.ServerSession", "getStatusFlags", 0);

    private static final VendorMethod ANSI_QUOTES =
            new VendorMethod("com.mysql.cj.protocol.ServerSession", "useAnsiQuotedIdentifiers", 0);

    /** SERVER_STATUS_NO_BACKSLASH_ESCAPES of the protocol. */
    private static final int NO_BACKSLASH_ESCAPES = 512;

    private static final String SQL_MODE = "sql_mode";

    /** Databases that have passed {@code ENCODING_CHECK=error} in this process, as Django caches what it asks once. */
    private static final Set<String> CHECKED = ConcurrentHashMap.newKeySet();

    private static final int CHECKED_LIMIT = 1_000;

    /** Errors of the data that the server does not give an SQLState of class 22 or 23; Django's and mysqlclient's. */
    private static final Set<Integer> DATA_ERRORS = Set.of(
            1048, 1062, 1171, 1215, 1216, 1217, 1263, 1264, 1265, 1366, 1367, 1406, 1441, 1451, 1452, 1557, 1690, 3819,
            4025);

    private static final int UNKNOWN_TIME_ZONE = 1298;

    @Override
    public String name() {
        return "mysql";
    }

    @Override
    public List<String> urlPrefixes() {
        return List.of("mysql:", "mysql+srv:");
    }

    @Override
    public List<String> driverClassNames() {
        return List.of("com.mysql.cj.jdbc.Driver");
    }

    @Override
    public ParameterSyntax parameterSyntax() {
        return ParameterSyntax.QUERY;
    }

    @Override
    public SqlSyntax syntax() {
        return SYNTAX;
    }

    @Override
    public LikeSyntax likeSyntax(SqlSyntax syntax) {
        return syntax.has(SyntaxFeature.BACKSLASH_ESCAPES) ? LikeSyntax.NATIVE : LikeSyntax.clauseOnly();
    }

    @Override
    public LookupSyntax lookupSyntax(SqlSyntax syntax) {
        return LookupSyntax.ofMySql(false, syntax.has(SyntaxFeature.BACKSLASH_ESCAPES));
    }

    @Override
    public SqlSyntax syntax(Connection physical, SessionParameters wanted, boolean changed) throws SQLException {
        if (changed) {
            try (Statement statement = physical.createStatement();
                    ResultSet row = statement.executeQuery("SELECT @@session.sql_mode")) {
                row.next();
                return syntax(row.getString(1));
            }
        }
        SqlSyntax known = knownSyntax(physical);
        return wanted.sqlMode() == null
                ? known
                : known.with(SyntaxFeature.DOUBLE_QUOTED_STRINGS, !hasAnsiQuotes(wanted.sqlMode()))
                        .with(SyntaxFeature.DOUBLE_QUOTES_UNCERTAIN, false);
    }

    private SqlSyntax syntax(String sqlMode) {
        return syntax().with(SyntaxFeature.BACKSLASH_ESCAPES, !sqlMode.contains("NO_BACKSLASH_ESCAPES"))
                .with(SyntaxFeature.DOUBLE_QUOTED_STRINGS, !hasAnsiQuotes(sqlMode));
    }

    /** {@code ANSI} stands for several modes, {@code ANSI_QUOTES} among them. */
    private static boolean hasAnsiQuotes(String sqlMode) {
        String modes = sqlMode.toUpperCase(Locale.ROOT);
        return modes.contains("ANSI");
    }

    /** The server tells of NO_BACKSLASH_ESCAPES with each answer, of ANSI_QUOTES the driver knows what holds at first. */
    SqlSyntax knownSyntax(Connection physical) throws SQLException {
        Object session = SESSION.call(physical);
        Object server = session == null ? null : SERVER_SESSION.call(session);
        if (server == null) {
            return SYNTAX;
        }
        Object status = STATUS_FLAGS.call(server);
        return SYNTAX.with(SyntaxFeature.BACKSLASH_ESCAPES, !hasNoBackslashEscapes(status))
                .with(SyntaxFeature.DOUBLE_QUOTED_STRINGS, !Boolean.TRUE.equals(ANSI_QUOTES.call(server)));
    }

    static boolean hasNoBackslashEscapes(@Nullable Object serverStatus) {
        return serverStatus instanceof Integer && ((Integer) serverStatus & NO_BACKSLASH_ESCAPES) != 0;
    }

    @Override
    public boolean changesSyntax(String sql) {
        int length = sql.length();
        int at = firstWord(sql);
        if (!sql.regionMatches(true, at, "SET", 0, 3)) {
            return false;
        }
        for (; at + SQL_MODE.length() <= length; at++) {
            if (sql.regionMatches(true, at, SQL_MODE, 0, SQL_MODE.length())) {
                return true;
            }
        }
        return false;
    }

    /** After white space and comments. */
    private static int firstWord(String sql) {
        int length = sql.length();
        int at = 0;
        while (at < length) {
            char c = sql.charAt(at);
            int end = -1;
            if (c <= ' ') {
                end = at + 1;
            } else if (sql.startsWith("/*", at) && !sql.startsWith("/*!", at)) {
                end = after(sql, "*/", at);
            } else if (c == '#' || sql.startsWith("-- ", at)) {
                end = after(sql, "\n", at);
            }
            if (end < 0) {
                return at;
            }
            at = end;
        }
        return at;
    }

    private static int after(String sql, String ending, int from) {
        int at = sql.indexOf(ending, from);
        return at < 0 ? sql.length() : at + ending.length();
    }

    @Override
    public boolean supports(SessionFeature feature) {
        return feature == SessionFeature.TIME_ZONE || feature == SessionFeature.SQL_MODE;
    }

    @Override
    public @Nullable IsolationLevel defaultIsolationLevel() {
        return IsolationLevel.READ_COMMITTED;
    }

    /**
     * The time zone goes to the server ({@code time_zone}) and to the driver ({@code connectionTimeZone}), as TIMESTAMP
     * columns shift if the two differ. Our session variables come before the user's, which therefore win.
     */
    @Override
    public void configure(SessionParameters wanted, String vendorUrl, Properties vendorProperties) {
        VendorParameters given = new VendorParameters(vendorUrl, vendorProperties, false);
        if (given.has("permitMysqlScheme")) {
            new MariaDbDialect().configure(wanted, vendorUrl, vendorProperties); // MariaDB's driver on jdbc:mysql:
            return;
        }
        String users = given.value("sessionVariables");
        StringBuilder variables = new StringBuilder();
        if (wanted.djangoDefaults()) {
            append(variables, "sql_auto_is_null=0");
        }
        if (wanted.isolationLevel() != null) {
            // MySQL 5.7.20 and later; MariaDB behind this driver skips that comment and reads the other
            String level = SqlText.mySqlLiteral(serverName(wanted.isolationLevel()));
            append(variables, "/*!50720 transaction_isolation=" + level + " *//*M! tx_isolation=" + level + " */");
        }
        if (wanted.timeZone() != null && !choosesTimeZone(given, users)) {
            vendorProperties.setProperty("connectionTimeZone", wanted.timeZone());
            append(variables, "time_zone=" + SqlText.mySqlLiteral(timeZone(wanted.timeZone())));
        }
        if (wanted.sqlMode() != null) {
            append(variables, "sql_mode=" + SqlText.mySqlLiteral(wanted.sqlMode()));
            given.setUnlessNamed("jdbcCompliantTruncation", "false"); // it would add STRICT_TRANS_TABLES to the mode
        }
        if (variables.length() == 0) {
            return;
        }
        if (users != null) {
            append(variables, users);
        }
        vendorProperties.setProperty("sessionVariables", variables.toString()); // wins over the URL's
        given.setUnlessNamed("characterSetResults", "utf8mb4");
    }

    static void append(StringBuilder list, String variable) {
        if (list.length() > 0) {
            list.append(',');
        }
        list.append(variable);
    }

    /** Whether the user has settled the time zone with the driver's own parameters. */
    static boolean choosesTimeZone(VendorParameters given, @Nullable String sessionVariables) {
        return given.has("connectionTimeZone")
                || given.has("serverTimezone")
                || given.has("forceConnectionTimeZoneToSession")
                || given.has("timezone")
                || (sessionVariables != null
                        && sessionVariables.toLowerCase(Locale.ROOT).contains("time_zone"));
    }

    /** Servers without time zone tables know offsets only. */
    private static String timeZone(String timeZone) {
        String offset = TimeZones.fixedOffset(timeZone);
        return offset != null ? offset : timeZone;
    }

    /** As the server's variables and both drivers have it: {@code READ-COMMITTED}. */
    static String serverName(IsolationLevel level) {
        return level.djangoName().toUpperCase(Locale.ROOT).replace(' ', '-');
    }

    /**
     * Nothing is left to send. The check of the encoding needs a query: with {@code ENCODING_CHECK=error} it is made
     * once a database and process, a mere warning waits for {@link #check}.
     */
    @Override
    public List<SessionWarning> initialize(Connection physical, SessionParameters wanted) throws SQLException {
        if (wanted.encodingCheck() == EncodingCheck.ERROR) {
            String database = physical.getMetaData().getURL() + '|' + physical.getCatalog();
            if (!CHECKED.contains(database)) {
                check(physical, wanted);
                if (CHECKED.size() >= CHECKED_LIMIT) {
                    CHECKED.clear();
                }
                CHECKED.add(database);
            }
        }
        return List.of();
    }

    @Override
    public List<SessionWarning> check(Connection physical, SessionParameters wanted) throws SQLException {
        try (Statement statement = physical.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT @@character_set_database, @@session.sql_mode," + " @@global.sql_mode")) {
            row.next();
            List<SessionWarning> warnings = new ArrayList<>(checkEncoding(row.getString(1), wanted));
            checkStrictMode(row.getString(2), row.getString(3), wanted, warnings);
            return warnings;
        }
    }

    private static List<SessionWarning> checkEncoding(String charset, SessionParameters wanted) throws SQLException {
        return EncodingChecks.report(
                wanted.encodingCheck(),
                charset.equals("utf8mb4"),
                charset,
                "utf8mb4",
                "Use ALTER DATABASE … CHARACTER SET utf8mb4, and ALTER TABLE … CONVERT TO CHARACTER SET utf8mb4 for"
                        + " the tables that are there.");
    }

    /** Both drivers make the session strict on their own, so that only the global mode tells what others get. */
    private static void checkStrictMode(
            String session, String global, SessionParameters wanted, List<SessionWarning> warnings) {
        if (!isStrict(session)) {
            warnings.add(new SessionWarning(
                    "mysql.W002",
                    "Strict mode is not set for this session (sql_mode '" + session + "'): values that do not fit are"
                            + " cut without an error. Set SQL_MODE=STRICT_TRANS_TABLES."));
        } else if (wanted.sqlMode() == null && !isStrict(global)) {
            warnings.add(new SessionWarning(
                    "mysql.W002",
                    "Strict mode is not set on the server (global sql_mode '" + global + "'): only the JDBC driver"
                            + " makes this session strict, values of other clients that do not fit are cut without an"
                            + " error. Set sql_mode=STRICT_TRANS_TABLES on the server, or name SQL_MODE here."));
        }
    }

    private static boolean isStrict(String sqlMode) {
        return sqlMode.contains("STRICT_TRANS_TABLES") || sqlMode.contains("STRICT_ALL_TABLES");
    }

    @Override
    public SQLException explain(SQLException failure, SessionParameters wanted) {
        String message = failure.getMessage();
        if (wanted.timeZone() == null
                || message == null
                || (failure.getErrorCode() != UNKNOWN_TIME_ZONE && !message.contains("incorrect time zone"))) {
            return failure;
        }
        return new SQLException(
                "TIME_ZONE=" + wanted.timeZone() + " is not known to the server: " + message
                        + ". Load its time zone tables (mysql_tzinfo_to_sql), or use an offset such as +02:00, UTC, or"
                        + " TIME_ZONE=native.",
                failure.getSQLState(),
                failure.getErrorCode(),
                failure);
    }

    @Override
    public Map<String, String> describeSession(Connection physical) throws SQLException {
        return new SessionDescription(physical)
                .row("SELECT CONCAT(VERSION(), ' ', @@version_comment) AS `server`, DATABASE() AS `database`,"
                        + " @@character_set_server AS `server encoding`,"
                        + " @@character_set_database AS `database encoding`, @@collation_database AS `collation`,"
                        + " @@character_set_client AS `client encoding`,"
                        + " @@character_set_connection AS `connection encoding`,"
                        + " @@character_set_results AS `result encoding`,"
                        + " @@session.time_zone AS `time zone`, @@global.time_zone AS `server time zone`,"
                        + " IF(CONVERT_TZ('2001-01-01 01:00:00', 'UTC', 'UTC') IS NULL, 'missing', 'loaded')"
                        + " AS `time zone tables`,"
                        + " USER() AS `login user`, CURRENT_USER() AS `account`,"
                        + " @@session.sql_mode AS `sql_mode`, @@global.sql_mode AS `server sql_mode`,"
                        + " @@sql_auto_is_null AS `sql_auto_is_null`,"
                        + " @@default_storage_engine AS `storage engine`, CONNECTION_ID() AS `connection id`")
                .jdbc()
                .toMap();
    }

    /** Connector/J resets the session (COM_RESET_CONNECTION), then sets character set and session variables, ours too. */
    /** The driver knows it from the server's last answer. */
    @Override
    public boolean isInTransaction(Connection physical) throws SQLException {
        Object session = SESSION.call(physical);
        Object server = session == null ? null : SERVER_SESSION.call(session);
        return server != null && Boolean.TRUE.equals(IN_TRANSACTION.call(server));
    }

    /** With cachePrepStmts=true and useServerPrepStmts=true; Connector/J may be the driver of MariaDB's dialect as well. */
    @Override
    public boolean reusesClosedStatement(Statement closed) {
        return closed.getClass().getName().equals("com.mysql.cj.jdbc.ServerPreparedStatement");
    }

    @Override
    public boolean discardSession(Connection physical) throws SQLException {
        if (!RESET_SERVER_STATE.isPresent(physical)) {
            return false;
        }
        RESET_SERVER_STATE.call(physical);
        return true;
    }

    @Override
    public boolean isDataOrIntegrityError(SQLException error) {
        return Dialect.super.isDataOrIntegrityError(error) || DATA_ERRORS.contains(error.getErrorCode());
    }

    @Override
    public boolean hasVariants() {
        return true;
    }

    /** MariaDB behind Connector/J, or behind its own driver, which says so even where it calls itself MySQL. */
    @Override
    public Dialect refine(String productName, String productVersion) {
        return productName.equals("MariaDB") || productVersion.contains("MariaDB") ? new MariaDbDialect() : this;
    }
}
