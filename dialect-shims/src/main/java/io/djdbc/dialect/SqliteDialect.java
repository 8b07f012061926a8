package io.djdbc.dialect;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** SQLite through sqlite-jdbc. */
public class SqliteDialect implements Dialect {

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
    public boolean hasHealthCheck() {
        return false;
    }
}
