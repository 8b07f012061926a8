package io.djdbc.driver.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a kept connection remembers, to close it with itself, on H2's own objects. */
class OpenResourcesTest {
    private static final String URL = "jdbc:djdbc:h2:mem:;CONN_MAX_AGE=60";

    /** Nobody tells us when a result set of metadata, or a statement that closes itself, is closed. */
    @Test
    void doesNotGrowWithWhatIsClosed() throws SQLException {
        OpenResources resources = new OpenResources();
        try (Connection connection = DriverManager.getConnection(URL)) {
            List<ResultSet> open = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                ResultSet catalogs = connection.getMetaData().getCatalogs();
                resources.add((JdbcWrapper) catalogs);
                if (i % 500 == 0) {
                    open.add(catalogs);
                } else {
                    catalogs.close();
                }
                Statement completed = connection.createStatement();
                completed.closeOnCompletion();
                resources.add((JdbcWrapper) completed);
                completed.executeQuery("SELECT 1").close();
                assertThat(resources.size()).isLessThanOrEqualTo(16);
            }
            for (ResultSet rows : open) {
                assertThat(rows.isClosed()).isFalse();
            }
            resources.closeAll();
            assertThat(resources.size()).isZero();
            for (ResultSet rows : open) {
                assertThat(rows.isClosed()).isTrue();
            }
        }
    }

    @Test
    void growsWithWhatIsOpen() throws SQLException {
        OpenResources resources = new OpenResources();
        try (Connection connection = DriverManager.getConnection(URL)) {
            List<Statement> statements = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                Statement statement = connection.createStatement();
                statements.add(statement);
                resources.add((JdbcWrapper) statement);
            }
            assertThat(resources.size()).isEqualTo(100);
            assertThat(resources.remove((JdbcWrapper) statements.get(50))).isTrue();
            assertThat(resources.remove((JdbcWrapper) statements.get(50))).isFalse();
            assertThat(resources.size()).isEqualTo(99);
        }
    }
}
