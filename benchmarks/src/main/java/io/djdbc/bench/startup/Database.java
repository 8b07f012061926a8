package io.djdbc.bench.startup;

import io.djdbc.bench.calls.PostgresServer;
import java.nio.file.Path;

/** The drivers that a fresh JVM is started on. */
public enum Database {
    STUB("stub", "io.djdbc.bench.stub.StubDriver") {
        @Override
        String url() {
            return "jdbc:stub://localhost/bench";
        }
    },
    SQLITE("SQLite", "org.sqlite.JDBC") {
        @Override
        String url() {
            return "jdbc:sqlite:" + Path.of(System.getProperty("java.io.tmpdir"), "djdbc-first-row.db");
        }
    },
    H2("H2", "org.h2.Driver") {
        @Override
        String url() {
            return "jdbc:h2:mem:bench";
        }
    },
    POSTGRESQL("PostgreSQL", "org.postgresql.Driver") {
        @Override
        String url() {
            return PostgresServer.url();
        }
    };

    private final String title;
    private final String driverClass;

    Database(String title, String driverClass) {
        this.title = title;
        this.driverClass = driverClass;
    }

    public String title() {
        return title;
    }

    String driverClass() {
        return driverClass;
    }

    /** The vendor's own URL. */
    abstract String url();
}
