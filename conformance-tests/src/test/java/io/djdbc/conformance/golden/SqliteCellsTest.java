package io.djdbc.conformance.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.conformance.databases.Golden;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.Model;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our SQLite tables have the very same in each cell as the file that Django made: type, digits and all. */
@DisplayName("stored cells")
class SqliteCellsTest {

    @TempDir
    Path directory;

    @Test
    void eachCellIsDjangos() throws SQLException, IOException {
        GoldenRows rows = new GoldenRows("sqlite");
        Path site = directory.resolve("django-site.sqlite3");
        try (InputStream file = Golden.open("django-site.sqlite3")) {
            Files.copy(file, site);
        }
        try (Connection ours = DriverManager.getConnection("jdbc:sqlite::memory:");
                Connection django = DriverManager.getConnection("jdbc:sqlite:" + site)) {
            rows.create(ours);
            rows.load(ours);
            for (Model model : rows.stored()) {
                assertThat(cells(ours, model)).as(model.label()).isEqualTo(cells(django, model));
            }
        }
    }

    private static List<String> cells(Connection connection, Model model) throws SQLException {
        StringBuilder sql = new StringBuilder("SELECT ");
        for (Field field : model.localFields()) {
            String column = "\"" + field.column() + "\"";
            sql.append("typeof(" + column + ") || ' ' || quote(" + column + "), ");
        }
        sql.append("0 FROM \"" + model.table() + "\" ORDER BY \""
                + model.primaryKey().column() + "\"");
        List<String> cells = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql.toString())) {
            while (row.next()) {
                String[] values = new String[model.localFields().size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = model.localFields().get(i).name() + ": " + row.getString(i + 1);
                }
                cells.add(Arrays.toString(values));
            }
        }
        return cells;
    }
}
