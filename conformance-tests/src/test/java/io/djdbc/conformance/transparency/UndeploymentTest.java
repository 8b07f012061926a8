package io.djdbc.conformance.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.conformance.databases.DatabaseKit;
import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.TestDatabase;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An undeployed application leaves no class loader behind. Asked of the drivers that leave none themselves: SQLite's
 * native library and the clean-up threads of MySQL's and MariaDB's driver hold theirs.
 */
@DisplayName("undeployment")
@EachDatabase({"h2", "postgresql"})
class UndeploymentTest extends DatabaseKit {

    private static final int MOST_COLLECTIONS = 60;

    UndeploymentTest(TestDatabase database) {
        super(database);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONN_MAX_AGE=0", "CONN_MAX_AGE=60"})
    void undeployedApplicationWithDjdbcInItIsCollected(String age) throws Exception {
        List<URL> libraries = new ArrayList<>(Application.djdbc());
        libraries.addAll(Application.vendorOf(database));
        libraries.add(Application.testClasses());
        isCollected(deployAndUndeploy(null, libraries, age));
    }

    @Test
    void undeployedApplicationBelowDjdbcIsCollected() throws Exception {
        try (Application container = new Application(null, Application.djdbc())) {
            List<URL> libraries = new ArrayList<>(Application.vendorOf(database));
            libraries.add(Application.testClasses());
            isCollected(deployAndUndeploy(container.loader(), libraries, "CONN_MAX_AGE=0"));
        }
    }

    /** In a method of its own, so that no local variable keeps what it used. */
    private WeakReference<ClassLoader> deployAndUndeploy(@Nullable ClassLoader parent, List<URL> libraries, String age)
            throws Exception {
        Application application = new Application(parent, libraries);
        for (int i = 0; i < 3; i++) {
            try (Connection connection = application.connect(database, age);
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT 41 + 1")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(42);
                assertThat(application.vendorClass(connection).getClassLoader()).isSameAs(application.loader());
            }
        }
        application.undeploy();
        return new WeakReference<>(application.loader());
    }

    private static void isCollected(WeakReference<ClassLoader> loader) throws InterruptedException {
        for (int i = 0; i < MOST_COLLECTIONS && loader.get() != null; i++) {
            System.gc();
            Thread.sleep(50);
        }
        assertThat(loader.get())
                .as("the class loader of the undeployed application")
                .isNull();
    }
}
