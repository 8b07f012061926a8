package io.djdbc.conformance.databases;

import java.nio.file.Path;
import java.util.UUID;

/** Chooses where a database comes from. */
final class DatabaseSources {

    private DatabaseSources() {}

    static TestDatabase provide(String name) throws Exception {
        TestDatabase explicit = ExplicitUrl.open(name);
        if (explicit != null) {
            return explicit;
        }
        switch (name) {
            case "sqlite":
                Path file = java.nio.file.Files.createTempFile("djdbc-conformance-", ".sqlite");
                file.toFile().deleteOnExit();
                return new TestDatabase(name, Origin.EMBEDDED, "jdbc:sqlite:" + file, null, null);
            case "h2":
                return new TestDatabase(
                        name, Origin.EMBEDDED, "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
            default:
                throw new DatabaseNotRun("no way to start it yet");
        }
    }
}
