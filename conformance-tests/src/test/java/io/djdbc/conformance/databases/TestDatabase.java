package io.djdbc.conformance.databases;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A database that runs, with the two ways into it: bare, by the vendor's own URL, and through djdbc.
 *
 * <p>Every call of {@link #open()} or {@link #openDjdbc} is a connection of its own that the caller closes. Safe for
 * use by several threads.
 */
public final class TestDatabase {

    private final String name;
    private final Origin origin;
    private final String bareUrl;
    private final @Nullable String user;
    private final @Nullable String password;
    private final String version;
    private final ServerSessions sessions = new ServerSessions(this);

    /**
     * Asks the server for its version, so that a database which does not answer is never taken for one that runs.
     *
     * @param name lower case: {@code postgresql}
     * @param bareUrl the vendor's URL, without user and password
     */
    public TestDatabase(String name, Origin origin, String bareUrl, @Nullable String user, @Nullable String password)
            throws SQLException {
        this.name = name;
        this.origin = origin;
        this.bareUrl = bareUrl;
        this.user = user;
        this.password = password;
        try (Connection connection = open()) {
            var metaData = connection.getMetaData();
            this.version = metaData.getDatabaseProductName() + " " + metaData.getDatabaseProductVersion();
        }
    }

    /** {@code sqlite}, {@code h2}, {@code postgresql}, {@code mariadb}, {@code mysql}, {@code oracle}, or one's own. */
    public String name() {
        return name;
    }

    public Origin origin() {
        return origin;
    }

    /** What the server says it is, by name and version. */
    public String version() {
        return version;
    }

    /** Whether this is one of the given names. */
    public boolean is(String... names) {
        for (String candidate : names) {
            if (candidate.equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** The vendor's URL, without user and password. */
    public String bareUrl() {
        return bareUrl;
    }

    /**
     * The URL with djdbc's prefix.
     *
     * @param parameters {@code NAME=value} each, added as they are in the vendor's syntax
     */
    public String djdbcUrl(String... parameters) {
        return "jdbc:djdbc:" + withParameters(bareUrl, parameters).substring("jdbc:".length());
    }

    /** The vendor's URL with further parameters of the vendor's, {@code name=value} each. */
    public String bareUrlWith(String... parameters) {
        return withParameters(bareUrl, parameters);
    }

    private static String withParameters(String url, String... parameters) {
        boolean semicolons =
                url.startsWith("jdbc:h2:") || url.startsWith("jdbc:sqlserver:") || url.startsWith("jdbc:derby:");
        StringBuilder result = new StringBuilder(url);
        for (String parameter : parameters) {
            if (semicolons) {
                result.append(';');
            } else {
                result.append(result.indexOf("?") < 0 ? '?' : '&');
            }
            result.append(parameter);
        }
        return result.toString();
    }

    /** Null where the database knows no users (SQLite). */
    public @Nullable String user() {
        return user;
    }

    /** Null where the database knows no users (SQLite). */
    public @Nullable String password() {
        return password;
    }

    /** User and password as JDBC's properties; a fresh copy. */
    public Properties properties() {
        Properties properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        return properties;
    }

    /** A connection of the vendor's driver. */
    public Connection open() throws SQLException {
        return DriverManager.getConnection(bareUrl, properties());
    }

    /** A connection through djdbc; parameters as in {@link #djdbcUrl}. */
    public Connection openDjdbc(String... parameters) throws SQLException {
        return DriverManager.getConnection(djdbcUrl(parameters), properties());
    }

    /** What the server knows of its sessions; see {@link ServerSessions#known()} for databases without a server. */
    public ServerSessions sessions() {
        return sessions;
    }

    @Override
    public String toString() {
        return name + " (" + version + ", " + origin + ")";
    }
}
