package io.djdbc.driver.settings;

import io.djdbc.dialect.Dialect;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The dialects of third parties, by {@link ServiceLoader}; loaded only where there may be one. */
final class InstalledDialects {

    private InstalledDialects() {}

    static List<Dialect> of(ClassLoader loader) {
        List<Dialect> found = new ArrayList<>();
        Iterator<Dialect> dialects = ServiceLoader.load(Dialect.class, loader).iterator();
        while (true) {
            try {
                if (!dialects.hasNext()) {
                    return found;
                }
                found.add(dialects.next());
            } catch (ServiceConfigurationError e) {
                // one broken provider, or one made for another copy of djdbc, must not stop all connections
                System.getLogger(InstalledDialects.class.getName())
                        .log(System.Logger.Level.WARNING, "A dialect cannot be loaded and is left out", e);
            }
        }
    }
}
