package io.djdbc.conformance.databases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
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
        DatabaseNotRun notContained;
        try {
            TestDatabase contained = Containers.start(name);
            if (contained != null) {
                return contained;
            }
            notContained = new DatabaseNotRun("no DJDBC_TEST_ORACLE_URL and no container engine");
        } catch (DatabaseNotRun reason) {
            LOG.log(System.Logger.Level.WARNING, "{0} in a container: {1}", name, reason.getMessage());
            notContained = reason;
        }
        if (name.equals("oracle")) { // the only one that has no other way
            throw notContained;
        }
        return LocalServer.start(name).database();
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
