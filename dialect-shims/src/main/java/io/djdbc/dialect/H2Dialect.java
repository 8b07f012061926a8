package io.djdbc.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * H2, from 2.0 on: its time zone is set by a connection property, so that no statement is needed. Texts are Unicode
 * always. The isolation level is set only if named.
 */
public class H2Dialect implements Dialect {

    private static final SqlSyntax SYNTAX = SqlSyntax.of(
            SyntaxFeature.NESTED_COMMENTS,
            SyntaxFeature.SLASH_COMMENTS,
            SyntaxFeature.UNICODE_STRINGS,
            SyntaxFeature.DOLLAR_QUOTES,
            SyntaxFeature.NUMBERED_PARAMETERS);

    /**
     * All settings that H2 knows in a URL, whatever their case, but {@code AUTOCOMMIT}: djdbc's of that name does the
     * same and is not undone by the reset of a session.
     */
    private static final Set<String> SETTINGS = Set.of(
            "ACCESS_MODE_DATA",
            "ALLOW_LITERALS",
            "ANALYZE_AUTO",
            "ANALYZE_SAMPLE",
            "ASSERT",
            "AUTHENTICATOR",
            "AUTHREALM",
            "AUTHZPWD",
            "AUTO_COMPACT_FILL_RATE",
            "AUTO_RECONNECT",
            "AUTO_SERVER",
            "AUTO_SERVER_PORT",
            "BINARY_COLLATION",
            "BUILTIN_ALIAS_OVERRIDE",
            "CACHE_SIZE",
            "CACHE_TYPE",
            "CASE_INSENSITIVE_IDENTIFIERS",
            "CATALOG",
            "CIPHER",
            "CLUSTER",
            "COLLATION",
            "COMPRESS",
            "CREATE",
            "CREATE_BUILD",
            "DATABASE_EVENT_LISTENER",
            "DATABASE_TO_LOWER",
            "DATABASE_TO_UPPER",
            "DB_CLOSE_DELAY",
            "DB_CLOSE_ON_EXIT",
            "DEFAULT_CONNECTION",
            "DEFAULT_ESCAPE",
            "DEFAULT_LOCK_TIMEOUT",
            "DEFAULT_NULL_ORDERING",
            "DEFAULT_TABLE_ENGINE",
            "DEFAULT_TABLE_TYPE",
            "DEFRAG_ALWAYS",
            "DROP_RESTRICT",
            "ESTIMATED_FUNCTION_TABLE_ROWS",
            "EXCLUSIVE",
            "FILE_LOCK",
            "FORBID_CREATION",
            "IFEXISTS",
            "IGNORECASE",
            "IGNORE_CATALOGS",
            "IGNORE_UNKNOWN_SETTINGS",
            "INIT",
            "JAVA_OBJECT_SERIALIZER",
            "JMX",
            "LAZY_QUERY_EXECUTION",
            "LOB_TIMEOUT",
            "LOCK_MODE",
            "LOCK_TIMEOUT",
            "MAX_COMPACT_TIME",
            "MAX_LENGTH_INPLACE_LOB",
            "MAX_LOG_SIZE",
            "MAX_MEMORY_ROWS",
            "MAX_MEMORY_UNDO",
            "MAX_OPERATION_MEMORY",
            "MAX_QUERY_TIMEOUT",
            "MODE",
            "MV_STORE",
            "NETWORK_TIMEOUT",
            "NON_KEYWORDS",
            "NO_UPGRADE",
            "OLD_INFORMATION_SCHEMA",
            "OPEN_NEW",
            "OPTIMIZE_DISTINCT",
            "OPTIMIZE_EVALUATABLE_SUBQUERIES",
            "OPTIMIZE_INSERT_FROM_SELECT",
            "OPTIMIZE_IN_LIST",
            "OPTIMIZE_IN_SELECT",
            "OPTIMIZE_OR",
            "OPTIMIZE_REUSE_RESULTS",
            "OPTIMIZE_SIMPLE_SINGLE_ROW_SUBQUERIES",
            "OPTIMIZE_TWO_EQUALS",
            "PAGE_SIZE",
            "PAGE_STORE",
            "PASSWORD",
            "PASSWORD_HASH",
            "QUERY_CACHE_SIZE",
            "QUERY_STATISTICS",
            "QUERY_STATISTICS_MAX_ENTRIES",
            "QUERY_TIMEOUT",
            "READONLY",
            "RECOMPILE_ALWAYS",
            "RECOVER",
            "RECOVER_TEST",
            "REDO_LOG_BINARY",
            "REFERENTIAL_INTEGRITY",
            "RETENTION_TIME",
            "REUSE_SPACE",
            "SCHEMA",
            "SCHEMA_SEARCH_PATH",
            "SHARE_LINKED_CONNECTIONS",
            "THROTTLE",
            "TIME ZONE",
            "TRACE_LEVEL_FILE",
            "TRACE_LEVEL_SYSTEM_OUT",
            "TRACE_MAX_FILE_SIZE",
            "TRUNCATE_LARGE_LENGTH",
            "USER",
            "UUID_COLLATION",
            "VARIABLE_BINARY",
            "WRITE_DELAY",
            "ZERO_BASED_ENUMS");

    @Override
    public String name() {
        return "h2";
    }

    @Override
    public List<String> urlPrefixes() {
        return List.of("h2:");
    }

    @Override
    public List<String> driverClassNames() {
        return List.of("org.h2.Driver");
    }

    @Override
    public ParameterSyntax parameterSyntax() {
        return ParameterSyntax.SEMICOLON;
    }

    @Override
    public SqlSyntax syntax() {
        return SYNTAX;
    }

    @Override
    public LikeSyntax likeSyntax(SqlSyntax syntax) {
        return LikeSyntax.strictWithoutDefault(); // \ unless DEFAULT_ESCAPE says otherwise
    }

    @Override
    public LookupSyntax lookupSyntax(SqlSyntax syntax) {
        return LookupSyntax.of("h2");
    }

    @Override
    public boolean ownsParameter(String name) {
        return SETTINGS.contains(name.toUpperCase(Locale.ROOT));
    }

    @Override
    public boolean supports(SessionFeature feature) {
        return feature == SessionFeature.TIME_ZONE;
    }

    @Override
    public @Nullable String vendorParameter(SessionFeature feature) {
        return feature == SessionFeature.TIME_ZONE ? "TIME ZONE" : null;
    }

    /** Without one H2 takes the JVM's time zone. */
    @Override
    public void configure(SessionParameters wanted, String vendorUrl, Properties vendorProperties) {
        if (wanted.timeZone() != null) {
            new VendorParameters(vendorUrl, vendorProperties, true).setUnlessNamed("TIME ZONE", wanted.timeZone());
        }
    }

    @Override
    public Map<String, String> describeSession(Connection physical) throws SQLException {
        return new SessionDescription(physical)
                .row("SELECT H2VERSION() AS \"server\", DATABASE_PATH() AS \"database file\","
                        + " CURRENT_CATALOG AS \"database\", CURRENT_SCHEMA AS \"schema\","
                        + " CURRENT_USER AS \"login user\", SESSION_ID() AS \"session id\"")
                .rows("SELECT LOWER(setting_name), setting_value FROM INFORMATION_SCHEMA.SETTINGS WHERE setting_name"
                        + " IN ('TIME ZONE', 'MODE', 'COLLATION', 'IGNORECASE', 'DEFAULT_LOCK_TIMEOUT',"
                        + " 'DB_CLOSE_DELAY', 'CASE_INSENSITIVE_IDENTIFIERS', 'DATABASE_TO_UPPER')"
                        + " ORDER BY setting_name")
                .jdbc()
                .toMap();
    }
}
