package io.djdbc.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL through pgjdbc.
 *
 * <p>The server reports some parameters on its own ({@code TimeZone}, {@code server_encoding}, …); what they say costs
 * nothing. Whatever does not hold is set in one statement, so that a connection costs one round trip more than a bare
 * one, or none. As in Django the isolation level is left alone unless set. The client encoding is UTF-8 with pgjdbc.
 */
public class PostgreSqlDialect implements Dialect {

    private static final SqlSyntax SYNTAX = SqlSyntax.of(
            SyntaxFeature.NESTED_COMMENTS,
            SyntaxFeature.ESCAPE_STRINGS,
            SyntaxFeature.UNICODE_STRINGS,
            SyntaxFeature.DOLLAR_QUOTES,
            SyntaxFeature.DOLLAR_TAGS,
            SyntaxFeature.DOUBLED_QUESTION_MARKS,
            SyntaxFeature.DOLLAR_PARAMETERS);

    private static final VendorMethod PARAMETER_STATUS =
            new VendorMethod("org.postgresql.PGConnection", "getParameterStatus", 1);

    private static final VendorMethod TRANSACTION_STATE =
            new VendorMethod("org.postgresql.core.BaseConnection", "getTransactionState", 0);

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public List<String> urlPrefixes() {
        return List.of("postgresql:");
    }

    @Override
    public List<String> driverClassNames() {
        return List.of("org.postgresql.Driver");
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
        return LikeSyntax.closed();
    }

    @Override
    public LookupSyntax lookupSyntax(SqlSyntax syntax) {
        return LookupSyntax.of("postgresql");
    }

    @Override
    public boolean ownsParameter(String name) {
        return name.equals("PGHOST") || name.equals("PGPORT") || name.equals("PGDBNAME");
    }

    @Override
    public boolean supports(SessionFeature feature) {
        return feature == SessionFeature.TIME_ZONE || feature == SessionFeature.ASSUME_ROLE;
    }

    /**
     * With {@code DISABLE_SERVER_SIDE_CURSORS} nothing may outlive a transaction on the server: pgjdbc's cursors do
     * not, its named prepared statements would ({@code prepareThreshold}).
     */
    @Override
    public void configure(SessionParameters wanted, String vendorUrl, Properties vendorProperties) {
        if (wanted.disableServerSideCursors()) {
            new VendorParameters(vendorUrl, vendorProperties, false).setUnlessNamed("prepareThreshold", "0");
        }
    }

    @Override
    public List<SessionWarning> initialize(Connection physical, SessionParameters wanted) throws SQLException {
        List<SessionWarning> warnings = checkEncoding(reported(physical, "server_encoding"), wanted);
        StringBuilder sql = new StringBuilder();
        if (wanted.timeZone() != null) {
            set(sql, physical, "TimeZone", TimeZones.postgreSql(wanted.timeZone()));
        }
        if (wanted.isolationLevel() != null) {
            set(
                    sql,
                    physical,
                    "default_transaction_isolation",
                    wanted.isolationLevel().djangoName());
        }
        if (wanted.assumeRole() != null) {
            set(sql, physical, "role", wanted.assumeRole());
        }
        if (sql.length() > 0) {
            execute(physical, sql.toString());
        }
        return warnings;
    }

    private static void set(StringBuilder sql, Connection physical, String parameter, String value)
            throws SQLException {
        if (!value.equals(reported(physical, parameter))) {
            sql.append(sql.length() == 0 ? "SELECT " : ", ")
                    .append("set_config('")
                    .append(parameter)
                    .append("', ")
                    .append(SqlText.postgreSqlLiteral(value))
                    .append(", false)");
        }
    }

    /** What the server has reported; null for a parameter that it does not report, and for another driver. */
    private static @Nullable String reported(Connection physical, String parameter) throws SQLException {
        return (String) PARAMETER_STATUS.call(physical, parameter);
    }

    @Override
    public List<SessionWarning> check(Connection physical, SessionParameters wanted) throws SQLException {
        return checkEncoding(query(physical, "SHOW server_encoding"), wanted);
    }

    private static List<SessionWarning> checkEncoding(@Nullable String encoding, SessionParameters wanted)
            throws SQLException {
        return EncodingChecks.report(
                wanted.encodingCheck(),
                "UTF8".equals(encoding),
                encoding,
                "UTF8",
                "Make a database with ENCODING 'UTF8' TEMPLATE template0, and dump and restore into it.");
    }

    @Override
    public SQLException explain(SQLException failure, SessionParameters wanted) {
        String message = failure.getMessage();
        if (wanted.timeZone() == null || message == null || !message.contains("\"TimeZone\"")) {
            return failure;
        }
        return new SQLException(
                "TIME_ZONE=" + wanted.timeZone() + " is not known to the server: " + message
                        + ". Take a name of pg_timezone_names, or TIME_ZONE=native.",
                failure.getSQLState(),
                failure.getErrorCode(),
                failure);
    }

    @Override
    public Map<String, String> describeSession(Connection physical) throws SQLException {
        return new SessionDescription(physical)
                .row("SELECT version() AS \"server\", current_database() AS \"database\","
                        + " current_setting('server_encoding') AS \"server encoding\","
                        + " current_setting('client_encoding') AS \"client encoding\","
                        + " (SELECT datcollate FROM pg_catalog.pg_database WHERE datname = current_database())"
                        + " AS \"collation\","
                        + " current_setting('TimeZone') AS \"time zone\","
                        + " session_user AS \"login user\", current_user AS \"role\","
                        + " current_setting('search_path') AS \"search path\","
                        + " current_setting('default_transaction_isolation') AS \"default isolation level\","
                        + " current_setting('default_transaction_read_only') AS \"read-only\","
                        + " current_setting('statement_timeout') AS \"statement timeout\","
                        + " pg_catalog.pg_backend_pid() AS \"backend process\"")
                .jdbc()
                .toMap();
    }

    @Override
    public boolean discardSession(Connection physical) throws SQLException {
        if (!physical.getAutoCommit()) {
            physical.rollback();
            physical.setAutoCommit(true);
        }
        // these two the driver has set by statements when it connected, so that the server would forget them
        String application = reported(physical, "application_name");
        boolean readOnly = physical.isReadOnly();
        if (readOnly) {
            physical.setReadOnly(false);
        }
        execute(physical, "DISCARD ALL");
        if (readOnly) {
            physical.setReadOnly(true);
        }
        if (application != null && !application.isEmpty()) {
            String name = SqlText.postgreSqlLiteral(application);
            execute(physical, "SELECT set_config('application_name', " + name + ", false)");
        }
        return true;
    }

    /** The driver knows it from the server's last answer. */
    @Override
    public boolean isInTransaction(Connection physical) throws SQLException {
        Object state = TRANSACTION_STATE.call(physical);
        return state != null && !state.toString().equals("IDLE");
    }

    /** The whole search path; {@link Connection#getSchema} is its first schema only. */
    @Override
    public @Nullable String currentSchema(Connection physical) throws SQLException {
        String reported = reported(physical, "search_path"); // from PostgreSQL 18 on
        return reported != null ? reported : query(physical, "SHOW search_path");
    }

    @Override
    public void restoreSchema(Connection physical, @Nullable String schema) throws SQLException {
        if (schema != null) {
            execute(physical, "SELECT set_config('search_path', " + SqlText.postgreSqlLiteral(schema) + ", false)");
        }
    }

    private static void execute(Connection physical, String sql) throws SQLException {
        try (Statement statement = physical.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    private static @Nullable String query(Connection physical, String sql) throws SQLException {
        try (Statement statement = physical.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }
}
