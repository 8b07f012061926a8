package io.djdbc.conformance.session;

import io.djdbc.conformance.databases.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A second database on the same server, made for a while. */
final class OtherDatabase implements AutoCloseable {

    private final TestDatabase server;
    private final String name;
    private final String ownName;

    private OtherDatabase(TestDatabase server, String name, String creation) throws SQLException {
        this.server = server;
        this.name = name;
        try (Connection bare = server.open()) {
            this.ownName = bare.getCatalog();
        }
        execute("DROP DATABASE IF EXISTS " + name);
        execute(creation);
    }

    /** A database whose texts are not Unicode. */
    static OtherDatabase latin1(TestDatabase server) throws SQLException {
        String name = "djdbc_latin1";
        if (!server.is("postgresql")) {
            return new OtherDatabase(server, name, "CREATE DATABASE " + name + " CHARACTER SET latin1");
        }
        try (Connection bare = server.open()) {
            boolean hasProviders = bare.getMetaData().getDatabaseMajorVersion() >= 15;
            return new OtherDatabase(
                    server,
                    name,
                    "CREATE DATABASE " + name + " ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'"
                            + (hasProviders ? " LOCALE_PROVIDER libc" : "")
                            + " TEMPLATE template0");
        }
    }

    String djdbcUrl(String... parameters) {
        return in(server.djdbcUrl(parameters));
    }

    private String in(String url) {
        int query = url.indexOf('?');
        String before = query < 0 ? url : url.substring(0, query);
        String after = query < 0 ? "" : url.substring(query);
        if (!before.endsWith("/" + ownName)) {
            throw new IllegalStateException("no database " + ownName + " in " + before);
        }
        return before.substring(0, before.length() - ownName.length()) + name + after;
    }

    @Override
    public void close() throws SQLException {
        execute("DROP DATABASE " + name);
    }

    private void execute(String sql) throws SQLException {
        try (Connection bare = server.open();
                Statement statement = bare.createStatement()) {
            statement.execute(sql);
        }
    }
}
