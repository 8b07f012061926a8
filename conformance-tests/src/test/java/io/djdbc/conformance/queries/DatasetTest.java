package io.djdbc.conformance.queries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.djdbc.conformance.databases.Golden;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("golden datasets")
class DatasetTest {

    /** What is read back is what was to be stored, in a real database and beside the query builder. */
    @Test
    void whatIsLoadedIsReadBack() throws SQLException {
        for (String app : List.of("blog", "odd")) {
            Dataset dataset = new Dataset(app, "sqlite");
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
                dataset.create(connection);
                dataset.load(connection);
                var loaded = dataset.snapshot(connection);
                var recorded = JsonNodeFactory.instance.objectNode();
                Golden.read("datasets.json")
                        .get("datasets")
                        .get(app)
                        .fields()
                        .forEachRemaining(
                                entry -> recorded.putObject(entry.getKey()).set("inserted", entry.getValue()));
                var empty = new Dataset(app, "sqlite").changed(java.util.Map.of(), recorded);
                assertThat(loaded).isEqualTo(empty);
                try (Statement statement = connection.createStatement()) {
                    statement.execute(app.equals("blog") ? "DELETE FROM blog_dog" : "DELETE FROM odd_sample");
                }
                assertThat(dataset.snapshot(connection)).isNotEqualTo(loaded);
                dataset.load(connection);
                assertThat(dataset.snapshot(connection)).isEqualTo(loaded);
            }
        }
    }
}
