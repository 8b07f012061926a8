package io.djdbc.driver.target;

import io.djdbc.driver.SettingsException;
import io.djdbc.driver.session.PooledSessions;
import io.djdbc.driver.session.SessionFactory;
import io.djdbc.driver.session.SessionSource;
import io.djdbc.driver.settings.Settings;
import java.util.List;

/** The pool that POOL=true asks for, or the error where HikariCP is not there. */
final class InnerPool {

    private InnerPool() {}

    static SessionSource of(SessionFactory factory, Settings settings) throws SettingsException {
        try {
            return PooledSessions.of(
                    factory,
                    new PooledSessions.Measures(
                            settings.poolMinSize(),
                            settings.poolMaxSize(),
                            settings.poolTimeoutMillis(),
                            settings.poolMaxIdleMillis()));
        } catch (NoClassDefFoundError e) {
            SettingsException missing = new SettingsException(
                    "POOL=true needs HikariCP and SLF4J, and " + e.getMessage()
                            + " is not on the class path: add them, or take the all-in-one jar, or leave POOL out",
                    "POOL",
                    "true",
                    List.of(),
                    null);
            missing.initCause(e);
            throw missing;
        }
    }
}
