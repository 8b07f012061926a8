package io.djdbc.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * SQLite through sqlite-jdbc, by its own connection properties: it runs them as pragmas when it opens the file.
 *
 * <p>As in Django foreign keys are enforced and ALTER TABLE is not the legacy one. The transaction mode is used when a
 * transaction begins. There is no encoding check on connect unless {@code ENCODING_CHECK=error}, because it has to read
 * the file, which may be locked. The functions that Django adds to SQLite are there too ({@link SqliteFunction}).
 */
public class SqliteDialect implements Dialect {

    private static final SqlSyntax SYNTAX = SqlSyntax.of(
            SyntaxFeature.BACKTICK_NAMES,
            SyntaxFeature.BRACKET_NAMES,
            SyntaxFeature.OPEN_COMMENTS,
            SyntaxFeature.NUMBERED_PARAMETERS,
            SyntaxFeature.COLON_PARAMETERS,
            SyntaxFeature.AT_NAMES,
            SyntaxFeature.DOLLAR_NAMES);

    private static final int TOO_BIG = 18;
    private static final int CONSTRAINT = 19;
    private static final int MISMATCH = 20;

    /** The pragmas that {@code djdbc check} shows. */
    private static final List<String> DESCRIBED = List.of(
            "encoding",
            "foreign_keys",
            "legacy_alter_table",
            "busy_timeout",
            "journal_mode",
            "synchronous",
            "locking_mode",
            "cache_size",
            "page_size",
            "user_version",
            "application_id",
            "query_only");

    /** sqlite-jdbc's URL parameters that have an underscore; it reads them in either case. */
    private static final Set<String> PARAMETERS = Set.of(
            "open_mode",
            "shared_cache",
            "enable_load_extension",
            "automatic_index",
            "cache_size",
            "cache_spill",
            "mmap_size",
            "case_sensitive_like",
            "count_changes",
            "default_cache_size",
            "defer_foreign_keys",
            "empty_result_callback",
            "encoding",
            "foreign_keys",
            "full_column_names",
            "fullsync",
            "incremental_vacuum",
            "journal_mode",
            "journal_size_limit",
            "legacy_alter_table",
            "legacy_file_format",
            "locking_mode",
            "page_size",
            "max_page_count",
            "read_uncommitted",
            "recursive_triggers",
            "reverse_unordered_selects",
            "secure_delete",
            "short_column_names",
            "synchronous",
            "temp_store",
            "temp_store_directory",
            "user_version",
            "application_id",
            "wal_autocheckpoint",
            "limit_length",
            "limit_sql_length",
            "limit_column",
            "limit_expr_depth",
            "limit_compound_select",
            "limit_vdbe_op",
            "limit_function_arg",
            "limit_attached",
            "limit_like_pattern_length",
            "limit_variable_number",
            "limit_trigger_depth",
            "limit_worker_threads",
            "limit_page_count",
            "date_precision",
            "date_class",
            "date_string_format",
            "busy_timeout",
            "hexkey_mode",
            "password",
            "jdbc.explicit_readonly",
            "jdbc.get_generated_keys");

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public List<String> urlPrefixes() {
        return List.of("sqlite:");
    }

    @Override
    public List<String> driverClassNames() {
        return List.of("org.sqlite.JDBC");
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
        return LikeSyntax.withoutDefault();
    }

    @Override
    public LookupSyntax lookupSyntax(SqlSyntax syntax) {
        return LookupSyntax.of("sqlite");
    }

    /** sqlite-jdbc's own, {@code transaction_mode} among them; in capitals that one is djdbc's. */
    @Override
    public boolean ownsParameter(String name) {
        return name.equals("transaction_mode") || PARAMETERS.contains(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean supports(SessionFeature feature) {
        return feature == SessionFeature.TIMEOUT || feature == SessionFeature.TRANSACTION_MODE;
    }

    @Override
    public void configure(SessionParameters wanted, String vendorUrl, Properties vendorProperties) {
        VendorParameters given = new VendorParameters(vendorUrl, vendorProperties, true);
        if (wanted.djangoDefaults()) {
            given.setUnlessNamed("foreign_keys", "true");
            given.setUnlessNamed("legacy_alter_table", "false");
        }
        if (wanted.timeoutSeconds() != null) {
            double milliseconds = Math.ceil(wanted.timeoutSeconds() * 1_000);
            given.setUnlessNamed("busy_timeout", Integer.toString((int) Math.min(milliseconds, Integer.MAX_VALUE)));
        }
        if (wanted.transactionMode() != null) {
            given.setUnlessNamed("transaction_mode", wanted.transactionMode().name());
        }
    }

    @Override
    public List<SessionWarning> initialize(Connection physical, SessionParameters wanted) throws SQLException {
        Dialect.super.initialize(physical, wanted);
        if (wanted.djangoDefaults()) {
            SqliteFunctions.register(physical);
        }
        return wanted.encodingCheck() == EncodingCheck.ERROR ? check(physical, wanted) : List.of();
    }

    @Override
    public List<SessionWarning> check(Connection physical, SessionParameters wanted) throws SQLException {
        try (Statement statement = physical.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA encoding")) {
            String encoding = row.next() ? row.getString(1) : null;
            return EncodingChecks.report(
                    wanted.encodingCheck(),
                    "UTF-8".equals(encoding),
                    encoding,
                    "UTF-8",
                    "Dump the database and load it into a new file: the encoding of a file is settled when it is made.");
        }
    }

    @Override
    public Map<String, String> describeSession(Connection physical) throws SQLException {
        SessionDescription description = new SessionDescription(physical).row("SELECT sqlite_version() AS server");
        for (String pragma : DESCRIBED) {
            description.pragma(pragma);
        }
        return description.jdbc().toMap();
    }

    @Override
    public boolean hasHealthCheck() {
        return false;
    }

    /** The driver does not tell, but SQLite has no transaction within another; BEGIN by itself takes no lock. */
    @Override
    public boolean isInTransaction(Connection physical) throws SQLException {
        try (Statement statement = physical.createStatement()) {
            try {
                statement.execute("BEGIN");
            } catch (SQLException alreadyBegun) {
                return true;
            }
            statement.execute("ROLLBACK");
            return false;
        }
    }

    /** sqlite-jdbc gives no SQLStates. As Python's sqlite3 has it: constraint, datatype mismatch, string or blob too big. */
    @Override
    public boolean isDataOrIntegrityError(SQLException error) {
        int code = error.getErrorCode() & 0xff; // the rest is the extended code
        return code == CONSTRAINT || code == MISMATCH || code == TOO_BIG;
    }
}
