package io.djdbc.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/**
 * MariaDB through MariaDB Connector/J; what is not here is as in {@link MySqlDialect}.
 *
 * <p>The driver sends one statement with all that its connection properties ask for, so that they cost nothing. There is
 * no {@link #discardSession} with it: its reset forgets the character set and the session variables.
 */
public class MariaDbDialect extends MySqlDialect {

    private static final VendorMethod CONTEXT = new VendorMethod("org.mariadb.jdbc.Connection", "getContext", 0);

    private static final VendorMethod SERVER_STATUS =
            new VendorMethod("org.mariadb.jdbc.client.Context", "getServerStatus", 0);

    /** SERVER_STATUS_IN_TRANS of the protocol. */
    private static final int IN_TRANSACTION = 1;

    @Override
    public String name() {
        return "mariadb";
    }

    @Override
    public List<String> urlPrefixes() {
        return List.of("mariadb:");
    }

    @Override
    public List<String> driverClassNames() {
        return List.of("org.mariadb.jdbc.Driver");
    }

    /** MariaDB's own {@code autocommit} and {@code pool}; in capitals they are djdbc's. */
    @Override
    public boolean ownsParameter(String name) {
        return name.equals("autocommit") || name.equals("pool");
    }

    /**
     * The time zone goes to the server and to the driver: without {@code preserveInstants} the driver sends timestamps
     * in the JVM's zone whatever zone the session has.
     */
    @Override
    public void configure(SessionParameters wanted, String vendorUrl, Properties vendorProperties) {
        VendorParameters given = new VendorParameters(vendorUrl, vendorProperties, false);
        String users = given.value("sessionVariables");
        if (wanted.isolationLevel() != null) {
            given.setUnlessNamed("transactionIsolation", serverName(wanted.isolationLevel()));
        }
        if (wanted.timeZone() != null && !choosesTimeZone(given, users)) {
            vendorProperties.setProperty("connectionTimeZone", wanted.timeZone());
            vendorProperties.setProperty("forceConnectionTimeZoneToSession", "true");
            given.setUnlessNamed("preserveInstants", "true");
        }
        if (given.hasInUrl("sessionVariables")) {
            setByInitSql(wanted, given, users == null ? "" : users, vendorProperties);
        } else {
            String ours = variables(wanted, "");
            if (!ours.isEmpty()) {
                vendorProperties.setProperty("sessionVariables", users == null ? ours : ours + "," + users);
            }
        }
    }

    /** The URL's session variables win over a property, so that ours come in a statement of their own (no round trip). */
    private static void setByInitSql(
            SessionParameters wanted, VendorParameters given, String users, Properties vendorProperties) {
        String ours = variables(wanted, users);
        if (!ours.isEmpty() && !given.hasInUrl("initSql")) {
            String initSql = vendorProperties.getProperty("initSql");
            vendorProperties.setProperty("initSql", "SET " + ours + (initSql == null ? "" : ";" + initSql));
        }
    }

    /** What is wanted, without the variables that the user has settled. */
    private static String variables(SessionParameters wanted, String users) {
        StringBuilder variables = new StringBuilder();
        if (wanted.djangoDefaults() && !users.contains("sql_auto_is_null")) {
            append(variables, "sql_auto_is_null=0");
        }
        if (wanted.sqlMode() != null && !users.contains("sql_mode")) {
            append(variables, "sql_mode=" + SqlText.mySqlLiteral(wanted.sqlMode()));
        }
        return variables.toString();
    }

    @Override
    public LookupSyntax lookupSyntax(SqlSyntax syntax) {
        return new LookupSyntax.OfMySql(syntax.has(SyntaxFeature.BACKSLASH_ESCAPES), true);
    }

    /** Of ANSI_QUOTES this driver knows nothing: the server is asked if it matters. */
    @Override
    SqlSyntax knownSyntax(Connection physical) throws SQLException {
        Object context = CONTEXT.call(physical);
        return context == null
                ? super.knownSyntax(physical) // MariaDB behind MySQL's driver
                : syntax().with(SyntaxFeature.BACKSLASH_ESCAPES, !hasNoBackslashEscapes(SERVER_STATUS.call(context)))
                        .with(SyntaxFeature.DOUBLE_QUOTES_UNCERTAIN, true);
    }

    @Override
    public boolean isInTransaction(Connection physical) throws SQLException {
        Object context = CONTEXT.call(physical);
        Object status = context == null ? null : SERVER_STATUS.call(context);
        return status instanceof Integer && ((Integer) status & IN_TRANSACTION) != 0;
    }

    @Override
    public Dialect refine(String productName, String productVersion) {
        return productName.equals("MySQL") && !productVersion.contains("MariaDB") ? new MySqlDialect() : this;
    }
}
