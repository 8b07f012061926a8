package io.djdbc.bench.calls;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The PostgreSQL that is measured: one that is named, or one started for this JVM and stopped with it. */
public final class PostgresServer {
    /** System property that names a server, as JDBC URL with user and password. */
    public static final String URL_PROPERTY = "djdbc.bench.postgresql";

    private PostgresServer() {}

    public static String url() {
        var named = System.getProperty(URL_PROPERTY);
        return named == null ? Embedded.SERVER.getJdbcUrl("postgres", "postgres") : named;
    }

    private static final class Embedded {
        /** Held, because a logger that nobody holds forgets its level. */
        private static final Logger LOGGER = Logger.getLogger("io.zonky.test");

        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            LOGGER.setLevel(Level.WARNING);
            try {
                return EmbeddedPostgres.builder()
                        .setOutputRedirector(Redirect.DISCARD)
                        .setErrorRedirector(Redirect.DISCARD)
                        // durable commits would measure the disk
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        // work of the server's own would fall upon whoever is measured just then
                        .setServerConfig("autovacuum", "off")
                        .setServerConfig("checkpoint_timeout", "1h")
                        .setServerConfig("max_wal_size", "4GB")
                        .start();
            } catch (IOException e) {
                throw new IllegalStateException(
                        "no embedded PostgreSQL; name a server with -D" + URL_PROPERTY + "=jdbc:postgresql:…", e);
            }
        }
    }
}
