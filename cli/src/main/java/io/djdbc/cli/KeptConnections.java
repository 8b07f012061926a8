package io.djdbc.cli;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Lets the persistent connections take their leave of the server, instead of breaking off when the program ends. */
final class KeptConnections {
    private KeptConnections() {}

    static void closeAtExit() {
        Runtime.getRuntime().addShutdownHook(new Thread(KeptConnections::close, "djdbc-close"));
    }

    /** Deregistering djdbc's driver closes what it keeps. */
    private static void close() {
        try {
            Driver driver = DriverManager.getDriver("jdbc:djdbc:");
            DriverManager.deregisterDriver(driver);
        } catch (SQLException alreadyGone) {
            // then nothing is kept
        }
    }
}
