package io.djdbc.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Oracle through ojdbc.
 *
 * <p>As Django does: the territory first and alone, as it changes the formats, then the formats and the time zone in one
 * statement, so that a connection costs two round trips more than a bare one.
 */
public class OracleDialect implements Dialect {

    private static final SqlSyntax SYNTAX = SqlSyntax.of(
            SyntaxFeature.HASH_IN_NAMES,
            SyntaxFeature.Q_QUOTES,
            SyntaxFeature.COLON_PARAMETERS,
            SyntaxFeature.PROGRAM_BLOCKS);

    /** Not in the driver's public interface, but it costs no round trip; where it is absent {@link #check} asks. */
    private static final VendorMethod DATABASE_CHARSET =
            new VendorMethod("oracle.jdbc.internal.OracleConnection", "getDbCsId", 0);

    /** Oracle's numbers of AL32UTF8 and of UTF8 (without characters beyond the basic plane). */
    private static final int AL32UTF8 = 873;

    private static final int UTF8 = 871;

    /** ORA-01882. */
    private static final int UNKNOWN_TIME_ZONE = 1882;

    /** Integrity errors as python-oracledb counts them; not all of them have SQLState class 23. */
    private static final Set<Integer> INTEGRITY_ERRORS = Set.of(1, 1400, 1407, 1438, 2290, 2291, 2292, 21525, 40479);

    /** Oracle Net's names are written in either case. */
    private static final Set<String> ORACLE_NET = Set.of(
            "TNS_ADMIN",
            "CONNECT_TIMEOUT",
            "TRANSPORT_CONNECT_TIMEOUT",
            "RETRY_COUNT",
            "RETRY_DELAY",
            "EXPIRE_TIME",
            "FAILOVER",
            "LOAD_BALANCE",
            "SOURCE_ROUTE",
            "ENABLE",
            "SDU",
            "TDU",
            "RECV_BUF_SIZE",
            "SEND_BUF_SIZE",
            "HTTPS_PROXY",
            "HTTPS_PROXY_PORT",
            "HTTP_PROXY",
            "HTTP_PROXY_PORT",
            "USE_SNI",
            "POOL_BOUNDARY",
            "POOL_CONNECTION_CLASS",
            "POOL_NAME",
            "POOL_PURITY",
            "SERVICE_TAG",
            "CONNECTION_ID_PREFIX",
            "COMPRESSION",
            "COMPRESSION_LEVELS",
            "SECURITY",
            "WALLET_LOCATION",
            "MY_WALLET_DIRECTORY",
            "AUTHENTICATION_SERVICE",
            "SSL_VERSION",
            "SSL_SERVER_CERT_DN",
            "SSL_SERVER_DN_MATCH",
            "SSL_ALLOW_WEAK_DN_MATCH",
            "SSL_CERTIFICATE_ALIAS",
            "SSL_CERTIFICATE_THUMBPRINT",
            "TOKEN_AUTH",
            "TOKEN_LOCATION",
            "PASSWORD_AUTH",
            "OCI_IAM_URL",
            "OCI_TENANCY",
            "OCI_COMPARTMENT",
            "OCI_DATABASE",
            "OCI_CONFIG_FILE",
            "OCI_PROFILE",
            "AZURE_DB_APP_ID_URI",
            "TENANT_ID",
            "CLIENT_ID",
            "CLIENT_CERTIFICATE",
            "REDIRECT_URI");

    @Override
    public String name() {
        return "oracle";
    }

    @Override
    public List<String> urlPrefixes() {
        return List.of("oracle:");
    }

    @Override
    public List<String> driverClassNames() {
        return List.of("oracle.jdbc.OracleDriver");
    }

    @Override
    public ParameterSyntax parameterSyntax() {
        return ParameterSyntax.QUERY;
    }

    /** Django's limit, whatever the server allows: so it finds the tables that Django made. */
    @Override
    public int defaultNameLimit() {
        return 30;
    }

    @Override
    public boolean namesInUpperCase() {
        return true;
    }

    @Override
    public SqlSyntax syntax() {
        return SYNTAX;
    }

    @Override
    public LikeSyntax likeSyntax(SqlSyntax syntax) {
        return LikeSyntax.strictWithoutDefault();
    }

    @Override
    public LookupSyntax lookupSyntax(SqlSyntax syntax) {
        return LookupSyntax.of("oracle");
    }

    /** Oracle Net's parameters, and ojdbc's own property {@code autoCommit}; in capitals that is djdbc's. */
    @Override
    public boolean ownsParameter(String name) {
        return name.equals("autoCommit") || ORACLE_NET.contains(name.toUpperCase(Locale.ROOT));
    }

    @Override
    public boolean supports(SessionFeature feature) {
        return feature == SessionFeature.TIME_ZONE
                || feature == SessionFeature.RETURNING_INTO
                || feature == SessionFeature.EMPTY_STRINGS;
    }

    @Override
    public List<SessionWarning> initialize(Connection physical, SessionParameters wanted) throws SQLException {
        if (!isOracle(physical)) {
            return Dialect.super.initialize(physical, wanted);
        }
        String timeZone = wanted.timeZone() == null ? "" : "TIME_ZONE = " + SqlText.literal(wanted.timeZone());
        try (Statement statement = physical.createStatement()) {
            statement.setEscapeProcessing(false);
            if (wanted.djangoDefaults()) {
                statement.execute("ALTER SESSION SET NLS_TERRITORY = 'AMERICA'");
                statement.execute("ALTER SESSION SET NLS_DATE_FORMAT = 'YYYY-MM-DD HH24:MI:SS'"
                        + " NLS_TIMESTAMP_FORMAT = 'YYYY-MM-DD HH24:MI:SS.FF'"
                        + (timeZone.isEmpty() ? "" : " " + timeZone));
            } else if (!timeZone.isEmpty()) {
                statement.execute("ALTER SESSION SET " + timeZone);
            }
        }
        Dialect.super.initialize(physical, wanted);
        return checkEncoding(charset((Number) DATABASE_CHARSET.call(physical)), wanted);
    }

    /** Not with {@code DIALECT=oracle} over H2's Oracle mode, which has none of Oracle's sessions. */
    private static boolean isOracle(Connection physical) throws SQLException {
        return physical.getMetaData().getDatabaseProductName().startsWith("Oracle");
    }

    private static @Nullable String charset(@Nullable Number id) {
        if (id == null) {
            return null;
        }
        return id.intValue() == AL32UTF8 ? "AL32UTF8" : id.intValue() == UTF8 ? "UTF8" : "character set " + id;
    }

    @Override
    public List<SessionWarning> check(Connection physical, SessionParameters wanted) throws SQLException {
        if (!isOracle(physical)) {
            return List.of();
        }
        try (Statement statement = physical.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT value FROM nls_database_parameters WHERE parameter = 'NLS_CHARACTERSET'")) {
            return row.next() ? checkEncoding(row.getString(1), wanted) : List.of();
        }
    }

    private static List<SessionWarning> checkEncoding(@Nullable String charset, SessionParameters wanted)
            throws SQLException {
        return EncodingChecks.report(
                wanted.encodingCheck(),
                "AL32UTF8".equals(charset),
                charset,
                "AL32UTF8",
                "Move the database with Oracle's Database Migration Assistant for Unicode.");
    }

    @Override
    public SQLException explain(SQLException failure, SessionParameters wanted) {
        if (wanted.timeZone() == null || failure.getErrorCode() != UNKNOWN_TIME_ZONE) {
            return failure;
        }
        return new SQLException(
                "TIME_ZONE=" + wanted.timeZone() + " is not known to the server: " + failure.getMessage()
                        + ". Take a name of V$TIMEZONE_NAMES, an offset such as +02:00, or TIME_ZONE=native.",
                failure.getSQLState(),
                failure.getErrorCode(),
                failure);
    }

    @Override
    public Map<String, String> describeSession(Connection physical) throws SQLException {
        if (!isOracle(physical)) {
            return new SessionDescription(physical).jdbc().toMap();
        }
        SessionDescription description = new SessionDescription(physical)
                .row("SELECT (SELECT banner FROM v$version WHERE ROWNUM = 1) AS \"server\","
                        + " SYS_CONTEXT('USERENV', 'DB_NAME') AS \"database\","
                        + " (SELECT value FROM nls_database_parameters WHERE parameter = 'NLS_CHARACTERSET')"
                        + " AS \"database encoding\","
                        + " (SELECT value FROM nls_database_parameters WHERE parameter = 'NLS_NCHAR_CHARACTERSET')"
                        + " AS \"national encoding\","
                        + " SESSIONTIMEZONE AS \"time zone\", DBTIMEZONE AS \"database time zone\","
                        + " SYS_CONTEXT('USERENV', 'SESSION_USER') AS \"login user\","
                        + " SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AS \"schema\","
                        + " SYS_CONTEXT('USERENV', 'SID') AS \"session id\" FROM DUAL");
        return description
                .rows("SELECT parameter, value FROM nls_session_parameters WHERE parameter IN ('NLS_TERRITORY',"
                        + " 'NLS_LANGUAGE', 'NLS_DATE_FORMAT', 'NLS_TIMESTAMP_FORMAT', 'NLS_SORT', 'NLS_COMP')"
                        + " ORDER BY parameter")
                .jdbc()
                .toMap();
    }

    @Override
    public boolean hasVariants() {
        return true;
    }

    /** Another database's Oracle mode has Oracle's rules of LIKE, but not its character set conversions. */
    @Override
    public Dialect refine(String productName, String productVersion) {
        return productName.startsWith("Oracle") ? this : new OracleModeDialect();
    }

    private static final class OracleModeDialect extends OracleDialect {
        @Override
        public LookupSyntax lookupSyntax(SqlSyntax syntax) {
            return LookupSyntax.ofOracleMode();
        }
    }

    @Override
    public boolean isDataOrIntegrityError(SQLException error) {
        return Dialect.super.isDataOrIntegrityError(error) || INTEGRITY_ERRORS.contains(error.getErrorCode());
    }
}
