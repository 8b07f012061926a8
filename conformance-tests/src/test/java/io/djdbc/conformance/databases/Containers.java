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
        JdbcDatabaseContainer<?> container = container(name);
        if (container == null) {
            return null;
        }
        String image = container.getDockerImageName();
        try {
            pull(image);
            container.start();
            Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
            return new TestDatabase(
                    name, Origin.CONTAINER, container.getJdbcUrl(), container.getUsername(), container.getPassword());
        } catch (SQLException | RuntimeException e) {
            container.stop();
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

    private static @Nullable JdbcDatabaseContainer<?> container(String name) {
        switch (name) {
            case "postgresql":
                return new PostgreSQLContainer(image(name, "postgres:latest")).withPassword(PASSWORD);
            case "mariadb":
                // root may see and end all sessions; the image has no certificate that Connector/J would accept
                return new MariaDBContainer(image(name, "mariadb:latest"))
                        .withUsername("root")
                        .withPassword(PASSWORD)
                        .withUrlParam("sslMode", "disable");
            case "mysql":
                return new MySQLContainer(image(name, "mysql:latest"))
                        .withUsername("root")
                        .withPassword(PASSWORD)
                        .withUrlParam("allowPublicKeyRetrieval", "true");
            case "oracle":
                return new OracleContainer(image(name, "gvenzl/oracle-free:latest")).withPassword(PASSWORD);
            default:
                return null;
        }
    }

    private static String image(String name, String newest) {
        String chosen = System.getenv("DJDBC_TEST_" + name.toUpperCase(Locale.ROOT) + "_IMAGE");
        return chosen == null || chosen.isBlank() ? newest : chosen;
    }
}
