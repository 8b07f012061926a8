package io.djdbc.conformance.databases;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("databases of the kit")
class DatabasesTest extends DatabaseKit {

    DatabasesTest(TestDatabase database) {
        super(database);
    }

    @Test
    void keepsTextOfAllPlanes() throws SQLException {
        String text = "Ünïcödé ☃ 🎻 日本語";
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kit_text (id INTEGER, body VARCHAR(100))");
            try {
                try (var insert = connection.prepareStatement("INSERT INTO kit_text VALUES (1, ?)")) {
                    insert.setString(1, text);
                    insert.executeUpdate();
                }
                try (ResultSet rows = statement.executeQuery("SELECT body FROM kit_text")) {
                    assertThat(rows.next()).isTrue();
                    assertThat(rows.getString(1)).isEqualTo(text);
                }
            } finally {
                statement.execute("DROP TABLE kit_text");
            }
        }
    }

    @Test
    void opensThroughDjdbcWithParametersInTheVendorsSyntax() throws SQLException {
        try (Connection connection = database.openDjdbc("CONN_MAX_AGE=0", "CONN_HEALTH_CHECKS=false")) {
            assertThat(connection.getMetaData().getURL()).startsWith("jdbc:djdbc:");
            assertThat(connection.isValid(5)).isTrue();
        }
        String separator = database.djdbcUrl().contains("?") ? "&" : database.is("h2") ? ";" : "?";
        assertThat(database.djdbcUrl("CONN_MAX_AGE=0")).isEqualTo(database.djdbcUrl() + separator + "CONN_MAX_AGE=0");
    }
}
