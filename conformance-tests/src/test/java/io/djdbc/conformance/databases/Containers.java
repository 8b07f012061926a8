package io.djdbc.conformance.databases;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.JdbcDatabaseContainer;
import org.testcontainers.mariadb.MariaDBContainer;
import org.testcontainers.mysql.MySQLContainer;
import org.testcontainers.oracle.OracleContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Databases in containers, where there is an engine. The images are the well-known ones, newest; {@code
 * DJDBC_TEST_<NAME>_IMAGE} names another.
 */
final class Containers {

    private static final String PASSWORD = "conformance";
    private static final int PULL_MINUTES = 10;

    private Containers() {}

    /**
     * Null if there is no engine or no image for this database; then the next source is asked.
     *
     * @throws DatabaseNotRun if there are both and the container does not start
     */
    static @Nullable TestDatabase start(String name) throws InterruptedException {
        if (!ContainerEngine.answers()) {
            return null;
        }
        String image = image(name);
        if (image == null) {
            return null;
        }
        try {
            pull(image); // before the container's object, which would do it in its own way
            JdbcDatabaseContainer<?> container = container(name, image);
            Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
            container.start();
            return new TestDatabase(
                    name, Origin.CONTAINER, container.getJdbcUrl(), container.getUsername(), container.getPassword());
        } catch (SQLException | RuntimeException e) {
            throw new DatabaseNotRun("the image " + image + " did not start: " + firstLine(e), e);
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("");
    }

    /** Fetches an image that is not there yet, trying once: Testcontainers itself tries for many minutes. */
    private static void pull(String image) throws InterruptedException {
        DockerClient client = DockerClientFactory.instance().client();
        try {
            client.inspectImageCmd(image).exec();
        } catch (NotFoundException absent) {
            if (!client.pullImageCmd(image).start().awaitCompletion(PULL_MINUTES, TimeUnit.MINUTES)) {
                throw new DatabaseNotRun("fetching the image took more than " + PULL_MINUTES + " minutes");
            }
        }
    }

    private static JdbcDatabaseContainer<?> container(String name, String image) {
        switch (name) {
            case "postgresql":
                return new PostgreSQLContainer(named(image, "postgres")).withPassword(PASSWORD);
            case "mariadb":
                // root may see and end all sessions; the image has no certificate that Connector/J would accept
                return new MariaDBContainer(named(image, "mariadb"))
                        .withUsername("root")
                        .withPassword(PASSWORD)
                        .withCommand("--character-set-server=utf8mb4", "--collation-server=utf8mb4_general_ci")
                        .withUrlParam("sslMode", "disable");
            case "mysql":
                return new MySQLContainer(named(image, "mysql"))
                        .withUsername("root")
                        .withPassword(PASSWORD)
                        .withUrlParam("allowPublicKeyRetrieval", "true");
            case "oracle":
                return new OracleContainer(named(image, "gvenzl/oracle-free")).withPassword(PASSWORD);
            default:
                throw new IllegalArgumentException(name);
        }
    }

    private static DockerImageName named(String image, String wellKnown) {
        return DockerImageName.parse(image).asCompatibleSubstituteFor(wellKnown);
    }

    /** Null for a database that we have no container of. */
    private static @Nullable String image(String name) {
        String chosen = System.getenv("DJDBC_TEST_" + name.toUpperCase(Locale.ROOT) + "_IMAGE");
        if (chosen != null && !chosen.isBlank()) {
            return chosen;
        }
        switch (name) {
            case "postgresql":
                return "postgres:latest";
            case "mariadb":
                return "mariadb:latest";
            case "mysql":
                return "mysql:latest";
            case "oracle":
                return "gvenzl/oracle-free:latest";
            default:
                return null;
        }
    }
}
