package io.djdbc.conformance.databases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;

/** Chooses where a database comes from: the first source that offers it. */
final class DatabaseSources {

    private static final System.Logger LOG = System.getLogger(DatabaseSources.class.getName());

    private DatabaseSources() {}

    static TestDatabase provide(String name) throws Exception {
        TestDatabase explicit = ExplicitUrl.open(name);
        if (explicit != null) {
            return explicit;
        }
        switch (name) {
            case "sqlite":
                return sqlite();
            case "h2":
                return h2();
            default:
        }
        String missing = "no DJDBC_TEST_" + name.toUpperCase(Locale.ROOT) + "_URL, ";
        try {
            TestDatabase contained = Containers.start(name);
            if (contained != null) {
                return contained;
            }
            missing += "no container engine";
        } catch (DatabaseNotRun reason) {
            LOG.log(System.Logger.Level.WARNING, "{0} in a container: {1}", name, reason.getMessage());
            missing += reason.getMessage();
        }
        if (name.equals("oracle")) { // the only one that has no other way
            throw new DatabaseNotRun(missing);
        }
        try {
            return LocalServer.start(name).database();
        } catch (DatabaseNotRun reason) {
            throw new DatabaseNotRun(missing + ", " + reason.getMessage(), reason);
        }
    }

    private static TestDatabase sqlite() throws IOException, SQLException {
        Path file = Files.createTempFile("djdbc-conformance-", ".sqlite");
        file.toFile().deleteOnExit();
        return new TestDatabase("sqlite", Origin.EMBEDDED, "jdbc:sqlite:" + file, null, null);
    }

    private static TestDatabase h2() throws SQLException {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        return new TestDatabase("h2", Origin.EMBEDDED, url, "sa", "");
    }
}
