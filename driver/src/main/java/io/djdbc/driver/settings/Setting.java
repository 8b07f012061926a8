package io.djdbc.driver.settings;

import io.djdbc.dialect.SessionFeature;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The table of djdbc's parameters. The parser, {@code Driver.getPropertyInfo}, {@code djdbc settings} and
 * docs/settings.md are all fed from here.
 */
public enum Setting {
    CONN_MAX_AGE(
            ValueType.SECONDS,
            0,
            "0",
            List.of("None"),
            null,
            "CONN_MAX_AGE",
            "Seconds that a physical connection may live, counted from its connect. 0 closes it at the end of each"
                    + " request; None sets no limit. Must be 0 with POOL=true."),
    CONN_HEALTH_CHECKS(
            ValueType.BOOLEAN,
            0,
            "false",
            List.of("true", "false"),
            null,
            "CONN_HEALTH_CHECKS",
            "Before the first use in a request, check that a connection that is used again is alive, and replace it if"
                    + " it is not."),
    AUTOCOMMIT(
            ValueType.BOOLEAN,
            0,
            "true",
            List.of("true", "false"),
            null,
            "AUTOCOMMIT",
            "Auto-commit of a connection when the application gets it."),
    TIME_ZONE(
            ValueType.TIME_ZONE,
            0,
            "UTC",
            List.of("native"),
            SessionFeature.TIME_ZONE,
            "TIME_ZONE",
            "Time zone of the session: an IANA name or an offset such as +02:00; native leaves it to the server and the"
                    + " vendor's driver."),
    ISOLATION_LEVEL(
            ValueType.CHOICE,
            0,
            "dialect's",
            List.of("read uncommitted", "read committed", "repeatable read", "serializable", "None"),
            null,
            "OPTIONS['isolation_level']",
            "Isolation level of the session; None leaves the server's own. Default: read committed on MySQL and MariaDB,"
                    + " the server's own elsewhere."),
    ASSUME_ROLE(
            ValueType.TEXT,
            0,
            "",
            List.of(),
            SessionFeature.ASSUME_ROLE,
            "OPTIONS['assume_role']",
            "Role that the session takes on after login (SET ROLE)."),
    INIT_COMMAND(
            ValueType.TEXT,
            0,
            "",
            List.of(),
            null,
            "OPTIONS['init_command']",
            "SQL that is run once on each new physical connection, after djdbc's own initialisation. Treated as a secret:"
                    + " never shown, as it may hold one."),
    SQL_MODE(
            ValueType.WORDS,
            0,
            "",
            List.of(),
            SessionFeature.SQL_MODE,
            "OPTIONS['sql_mode']",
            "SQL modes of the session, separated by commas. Without it the server's own stay, and a warning (mysql.W002)"
                    + " says so if none of them is strict."),
    TIMEOUT(
            ValueType.SECONDS,
            0,
            "",
            List.of(),
            SessionFeature.TIMEOUT,
            "OPTIONS['timeout']",
            "Seconds that a statement waits for a lock on the database file. Default: that of the vendor's driver."),
    TRANSACTION_MODE(
            ValueType.CHOICE,
            0,
            "",
            List.of("deferred", "immediate", "exclusive"),
            SessionFeature.TRANSACTION_MODE,
            "OPTIONS['transaction_mode']",
            "How a transaction begins, that is, when it locks the database file. Default: deferred, SQLite's own."),
    ENCODING_CHECK(
            ValueType.CHOICE,
            0,
            "warn",
            List.of("error", "warn", "off"),
            null,
            "–",
            "What to do if the database, not only the session, does not store UTF-8: refuse the connection, warn, or do"
                    + " not look."),
    LIKE_ESCAPE(
            ValueType.CHOICE,
            0,
            "django",
            List.of("django", "native"),
            null,
            "–",
            "django: \\ is the escape character of LIKE everywhere; native leaves LIKE alone."),
    MAX_NAME_LENGTH(
            ValueType.NUMBER,
            5,
            "dialect's",
            List.of("native"),
            null,
            "–",
            "Characters that an identifier may have; longer ones are cut as Django cuts them. native leaves identifiers"
                    + " alone. Default: 30 on Oracle, native elsewhere."),
    NAME_HASH(
            ValueType.CHOICE,
            0,
            "django",
            List.of("django", "django3"),
            null,
            "–",
            "The four digits at the end of an identifier that was cut: django, of the name as it is written (in lower case"
                    + " if it has no quotes); django3, of the name in upper case, as Django before 4.0."),
    EMPTY_STRINGS(
            ValueType.CHOICE,
            0,
            "django",
            List.of("django", "native"),
            SessionFeature.EMPTY_STRINGS,
            "–",
            "Where '' is stored as NULL: django reads NULL text as '' and compares with '' as with NULL; native leaves both"
                    + " alone."),
    USE_RETURNING_INTO(
            ValueType.BOOLEAN,
            0,
            "true",
            List.of("true", "false"),
            SessionFeature.RETURNING_INTO,
            "OPTIONS['use_returning_into']",
            "Fetch generated keys with RETURNING … INTO. Read and checked, but without effect in this release."),
    DISABLE_SERVER_SIDE_CURSORS(
            ValueType.BOOLEAN,
            0,
            "false",
            List.of("true", "false"),
            null,
            "DISABLE_SERVER_SIDE_CURSORS",
            "Nothing of a session outlives a transaction on the server (PostgreSQL: no named prepared statements); for"
                    + " proxies that pool by transaction, such as PgBouncer."),
    POOL(
            ValueType.BOOLEAN,
            0,
            "false",
            List.of("true", "false"),
            null,
            "OPTIONS['pool']",
            "A HikariCP pool inside the driver, one for each URL, user and properties. Needs CONN_MAX_AGE=0, and HikariCP"
                    + " on the class path; the all-in-one jar has it."),
    POOL_MIN_SIZE(
            ValueType.NUMBER,
            0,
            "4",
            List.of(),
            null,
            "OPTIONS['pool']['min_size']",
            "Connections that the pool keeps open. If only POOL_MAX_SIZE is named and is less than 4, then as many as"
                    + " that."),
    POOL_MAX_SIZE(
            ValueType.NUMBER,
            1,
            "as POOL_MIN_SIZE",
            List.of(),
            null,
            "OPTIONS['pool']['max_size']",
            "Connections that the pool opens at most."),
    POOL_TIMEOUT(
            ValueType.SECONDS,
            0.25,
            "30",
            List.of(),
            null,
            "OPTIONS['pool']['timeout']",
            "Seconds that getConnection waits for a connection of the pool before it fails."),
    POOL_MAX_IDLE(
            ValueType.SECONDS,
            10,
            "600",
            List.of("0"),
            null,
            "OPTIONS['pool']['max_idle']",
            "Seconds that a connection beyond POOL_MIN_SIZE may be unused before the pool closes it; 0 keeps it."),
    SESSION_RESET(
            ValueType.CHOICE,
            0,
            "jdbc",
            List.of("jdbc", "full", "off"),
            null,
            "–",
            "What is put back when a physical connection is used again: jdbc, all that the JDBC API can change; full, also"
                    + " the rest of the session (DISCARD ALL and its like); off, nothing."),
    VENDOR_INTERFACES(
            ValueType.BOOLEAN,
            0,
            "true",
            List.of("true", "false"),
            null,
            "–",
            "Wrappers also implement the public interfaces of the vendor's classes, so that casts such as (PGConnection)"
                    + " connection keep working."),
    DIALECT(
            ValueType.TEXT,
            0,
            "by URL",
            List.of(),
            null,
            "ENGINE",
            "Forces a dialect by name, for example oracle over H2's Oracle mode."),
    SEMANTICS(
            ValueType.CHOICE,
            0,
            "django",
            List.of("django", "native"),
            null,
            "–",
            "native makes djdbc a pure pass-through: TIME_ZONE, ISOLATION_LEVEL, ENCODING_CHECK, LIKE_ESCAPE,"
                    + " MAX_NAME_LENGTH and EMPTY_STRINGS are native (None, off) unless they are named."),
    STRICT_PARAMETERS(
            ValueType.BOOLEAN,
            0,
            "true",
            List.of("true", "false"),
            null,
            "–",
            "Refuse a connection whose URL or Properties have an unknown parameter in djdbc's shape; false passes it on to"
                    + " the vendor's driver with a warning.");

    private static final Setting[] ALL = values();

    private final ValueType type;
    private final double minimum;
    private final String defaultText;
    private final List<String> words;
    private final @Nullable SessionFeature feature;
    private final String djangoOrigin;
    private final String description;

    Setting(
            ValueType type,
            double minimum,
            String defaultText,
            List<String> words,
            @Nullable SessionFeature feature,
            String djangoOrigin,
            String description) {
        this.type = type;
        this.minimum = minimum;
        this.defaultText = defaultText;
        this.words = words;
        this.feature = feature;
        this.djangoOrigin = djangoOrigin;
        this.description = description;
    }

    /** The setting of this name, whatever its case; null if there is none. */
    public static @Nullable Setting byName(String name) {
        for (Setting setting : ALL) {
            if (setting.name().equalsIgnoreCase(name)) {
                return setting;
            }
        }
        return null;
    }

    /** Its place in the table, from 0: what is held for each setting is held in arrays and lists in this order. */
    @SuppressWarnings("EnumOrdinal") // the order is that of this file, and nothing outlives the process
    int position() {
        return ordinal();
    }

    static int count() {
        return ALL.length;
    }

    public ValueType type() {
        return type;
    }

    /** The least number allowed; for numbers and seconds. */
    public double minimum() {
        return minimum;
    }

    /** The default as documents show it: a value, empty for "not set", or words such as {@code dialect's}. */
    public String defaultText() {
        return defaultText;
    }

    /** The words it takes: all there are for a choice, otherwise those besides numbers, zones and texts. */
    public List<String> choices() {
        return words;
    }

    /** What a database must have for this setting to mean something; null if it does on every database. */
    public @Nullable SessionFeature feature() {
        return feature;
    }

    /** Whether its value is never shown. */
    public boolean isSecret() {
        return this == INIT_COMMAND;
    }

    /** Where Django has it in an entry of {@code DATABASES}; a dash if it has not. */
    public String djangoOrigin() {
        return djangoOrigin;
    }

    /** One to three sentences for users. */
    public String description() {
        return description;
    }

    /** The Java system property that sets it for all connections; matched without regard to case. */
    public String systemProperty() {
        return "djdbc." + name().toLowerCase(Locale.ROOT);
    }

    /** The environment variable that sets it for all connections. */
    public String environmentVariable() {
        return "DJDBC_" + name();
    }

    /** What it takes, in words: the choices, and ranges described. */
    public List<String> allowedValues() {
        return AllowedValues.of(this);
    }
}
