package io.djdbc.driver.settings;

/** docs/settings.md: how parameters are written, and the table. */
public final class SettingsDocument {

    private static final String BEFORE = """
            # Settings

            <!-- Made from the table in io.djdbc.driver.settings.Setting; a test compares. To write it anew:
                 mvn -pl driver -am test -Dtest=SettingsDocumentTest -Dsurefire.failIfNoSpecifiedTests=false -Ddjdbc.docs=write -->

            A djdbc URL is the vendor's URL with `djdbc:` after `jdbc:`. Parameters of djdbc stand among the vendor's own, in the
            vendor's syntax, and are taken out before the vendor's driver sees the URL:

            ```
            jdbc:djdbc:postgresql://host/db?sslmode=require&CONN_MAX_AGE=600
            jdbc:djdbc:mysql://host/db?CONN_MAX_AGE=600&CONN_HEALTH_CHECKS=true
            jdbc:djdbc:sqlite:C:\\data\\app.db?TRANSACTION_MODE=immediate
            jdbc:djdbc:oracle:thin:@//host:1521/service?CONN_MAX_AGE=None
            jdbc:djdbc:h2:mem:test;DB_CLOSE_DELAY=-1;CONN_MAX_AGE=600
            jdbc:djdbc:sqlserver://host;databaseName=db;CONN_MAX_AGE=600
            ```

            * **Names** are Django's, matched without regard to case. A spelling that the vendor itself knows stays the
              vendor's: `pool` and `autocommit` of MariaDB, `transaction_mode` of sqlite-jdbc. In capitals they are djdbc's.
            * **Values** may hold percent escapes of UTF-8 and must where a character would end the parameter: `%26` for `&`,
              `%3B` for `;`, `%25` for `%`. A plus sign is a plus sign. What protects a separator in the vendor's own values
              works too: `\\;` with H2, `{…}` with SQL Server, `"…"` with Oracle.
            * **Where else**: the same names in the `Properties` of a connection; `djdbc.conn_max_age` as a Java system
              property (in any case) and `DJDBC_CONN_MAX_AGE` as an environment variable, for all connections. The URL is the
              strongest, then Properties, system property, environment variable, default. An empty system property or
              environment variable counts as none; one that is a slip away from a setting's name is refused.
            * **Mistakes**: a parameter that looks like djdbc's and is unknown, given twice, or has a value that it cannot have
              is an `SQLException` (`io.djdbc.driver.SettingsException`, SQLState 08001) before any connection is opened; it
              names the parameter, the value and what to do. So are settings that contradict each other: `POOL=true` with
              `CONN_MAX_AGE` other than 0, `POOL_…` without `POOL=true`, `POOL_MIN_SIZE` greater than `POOL_MAX_SIZE`, and,
              when URL or Properties name it, a setting that means nothing on this database (see the column). A value that
              asks for nothing (the default, empty, or `native`) is welcome everywhere.
            * **Secrets**: values of `INIT_COMMAND` and of the vendors' passwords, tokens and keys are shown as `***`, in
              messages, logs, events and reports.
            * **`SEMANTICS=native`** turns djdbc into a pass-through. Each setting that it affects can be named to keep it on.

            """;

    private static final String AFTER = """

            The DIALECT decides on Django's semantics; the URL still decides how parameters are written and which driver is
            loaded. An unknown vendor's URL has the dialect `generic`, which sends nothing on connect; whichever of `?` and `;`
            comes first in it begins its parameters. A URL that stacks another wrapping driver on a known vendor's, such as
            `jdbc:djdbc:p6spy:postgresql://…`, has the dialect of that vendor.
            """;

    private SettingsDocument() {}

    /** The whole document. */
    public static String markdown() {
        return BEFORE + SettingsTable.markdown() + AFTER;
    }
}
