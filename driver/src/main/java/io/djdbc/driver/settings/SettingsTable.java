package io.djdbc.driver.settings;

import io.djdbc.dialect.Dialect;
import io.djdbc.dialect.SessionFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The table of parameters for people: as rows, and as the Markdown of docs/settings.md. */
public final class SettingsTable {

    /**
     * One parameter, all in words.
     *
     * @param defaultText empty for "not set"
     * @param databases {@code all}, or the names of the dialects on which it means something
     */
    public record Row(
            String name,
            String type,
            String defaultText,
            List<String> allowedValues,
            List<String> databases,
            boolean secret,
            String djangoOrigin,
            String description) {}

    private SettingsTable() {}

    /** One row for each setting, in the order of the table. */
    public static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            rows.add(new Row(
                    setting.name(),
                    setting.type().label(),
                    setting.defaultText(),
                    setting.allowedValues(),
                    databases(setting.feature()),
                    setting.isSecret(),
                    setting.djangoOrigin(),
                    setting.description()));
        }
        return rows;
    }

    /** The rows as a table of Markdown. */
    public static String markdown() {
        StringBuilder table = new StringBuilder();
        table.append("| parameter | default | values | databases | Django | meaning |\n");
        table.append("|---|---|---|---|---|---|\n");
        for (Row row : rows()) {
            StringJoiner line = new StringJoiner(" | ", "| ", " |\n");
            line.add("`" + row.name() + "`");
            line.add(row.defaultText().isEmpty() ? "not set" : row.defaultText());
            line.add(String.join("; ", row.allowedValues()));
            line.add(String.join(", ", row.databases()));
            line.add(row.djangoOrigin().length() == 1 ? row.djangoOrigin() : "`" + row.djangoOrigin() + "`");
            line.add(row.description().replace("|", "\\|"));
            table.append(line);
        }
        return table.toString();
    }

    private static List<String> databases(@Nullable SessionFeature feature) {
        if (feature == null) {
            return List.of("all");
        }
        List<String> names = new ArrayList<>();
        for (String name : Dialects.SHIPPED) {
            Dialect dialect = Dialects.byName(name);
            if (dialect != null && dialect.supports(feature)) {
                names.add(name);
            }
        }
        return names;
    }
}
