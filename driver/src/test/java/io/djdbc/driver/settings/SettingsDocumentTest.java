package io.djdbc.driver.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/settings.md says what the table says; {@code -Ddjdbc.docs=write} writes it anew. */
class SettingsDocumentTest {

    private static final Path FILE = Path.of(System.getProperty("basedir", "."), "..", "docs", "settings.md")
            .normalize();

    @Test
    void documentIsThatOfTheTable() throws IOException {
        String document = SettingsDocument.markdown();
        if ("write".equals(System.getProperty("djdbc.docs"))) {
            Files.createDirectories(FILE.toAbsolutePath().getParent());
            Files.writeString(FILE, document);
        }

        assertThat(FILE).exists();
        assertThat(Files.readString(FILE)).isEqualTo(document);
    }

    @Test
    void tableHasARowForEachSetting() {
        List<SettingsTable.Row> rows = SettingsTable.rows();

        assertThat(rows)
                .extracting(SettingsTable.Row::name)
                .containsExactly(
                        List.of(Setting.values()).stream().map(Enum::name).toArray(String[]::new));
        for (SettingsTable.Row row : rows) {
            assertThat(row.description()).endsWith(".");
            assertThat(row.databases()).isNotEmpty();
            assertThat(SettingsTable.markdown()).contains("| `" + row.name() + "` |");
        }
        assertThat(rows.get(Setting.SQL_MODE.position()).databases()).containsExactly("mysql", "mariadb");
    }

    /** The default in the table is the value that an empty URL gives, or words that say where it comes from. */
    @Test
    void tableTellsTheDefaultsThatHold() throws Exception {
        Settings settings = Requests.parse("jdbc:djdbc:postgresql://h/db").settings();

        for (Setting setting : Setting.values()) {
            switch (setting) {
                case ISOLATION_LEVEL -> assertThat(settings.text(setting)).isEqualTo("None");
                case MAX_NAME_LENGTH -> assertThat(settings.text(setting)).isEqualTo("native");
                case DIALECT -> assertThat(settings.text(setting)).isEqualTo("postgresql");
                case POOL_MAX_SIZE -> assertThat(settings.text(setting)).isEqualTo(Setting.POOL_MIN_SIZE.defaultText());
                default -> assertThat(settings.text(setting)).isEqualTo(setting.defaultText());
            }
        }
    }
}
