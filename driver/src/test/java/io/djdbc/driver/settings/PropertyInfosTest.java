package io.djdbc.driver.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverPropertyInfo;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code Driver.getPropertyInfo} says of our parameters. */
class PropertyInfosTest {

    @Test
    void hasTheWholeTableInOrder() {
        assertThat(PropertyInfos.of("jdbc:djdbc:h2:mem:x", null))
                .extracting(info -> info.name)
                .containsExactly(
                        List.of(Setting.values()).stream().map(Enum::name).toArray(String[]::new));
        for (Setting setting : Setting.values()) {
            DriverPropertyInfo info = info("jdbc:djdbc:h2:mem:x", setting);
            assertThat(info.description).isEqualTo(setting.description()).isNotBlank();
            assertThat(info.required).isFalse();
        }
    }

    @Test
    void showsTheValuesOfThisUrl() {
        assertThat(info("jdbc:djdbc:mysql://h/db?CONN_MAX_AGE=60", Setting.CONN_MAX_AGE).value)
                .isEqualTo("60");
        assertThat(info("jdbc:djdbc:mysql://h/db", Setting.ISOLATION_LEVEL).value)
                .isEqualTo("read committed");
        assertThat(info("jdbc:djdbc:mysql://h/db", Setting.INIT_COMMAND).value).isNull();
        assertThat(info("jdbc:djdbc:mysql://h/db", Setting.DIALECT).value).isEqualTo("mysql");
    }

    /** Tools show it, and some give back what they were given. */
    @Test
    void showsNoSecret() {
        String url = "jdbc:djdbc:mysql://h/db?INIT_COMMAND=SET PASSWORD = 'geheim'";
        assertThat(info(url, Setting.INIT_COMMAND).value).isNull();
        assertThat(info(url, Setting.ISOLATION_LEVEL).value).isNotNull();
    }

    @Test
    void offersChoicesWhereThereAreNoOthers() {
        assertThat(info("jdbc:djdbc:h2:mem:", Setting.AUTOCOMMIT).choices).containsExactly("true", "false");
        assertThat(info("jdbc:djdbc:h2:mem:", Setting.SESSION_RESET).choices).containsExactly("jdbc", "full", "off");
        assertThat(info("jdbc:djdbc:h2:mem:", Setting.CONN_MAX_AGE).choices).isNull();
    }

    @Test
    void helpsWithAUrlThatIsNotYetRight() {
        assertThat(PropertyInfos.of("jdbc:djdbc:h2:mem:;CONN_MAX_AGE=x", null)).hasSize(Setting.values().length);
        assertThat(PropertyInfos.of(null, null)).hasSize(Setting.values().length);
    }

    private static DriverPropertyInfo info(String url, Setting setting) {
        return PropertyInfos.of(url, null)[setting.position()];
    }
}
