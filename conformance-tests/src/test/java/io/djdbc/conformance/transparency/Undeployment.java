package io.djdbc.conformance.transparency;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** Deregisters the drivers of the application that it is loaded by; nobody else is allowed to. */
public final class Undeployment implements Runnable {

    /** For reflection. */
    public Undeployment() {}

    @Override
    public void run() {
        for (Driver driver : List.copyOf(java.util.Collections.list(DriverManager.getDrivers()))) {
            if (driver.getClass().getClassLoader() == getClass().getClassLoader()) {
                try {
                    DriverManager.deregisterDriver(driver);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
