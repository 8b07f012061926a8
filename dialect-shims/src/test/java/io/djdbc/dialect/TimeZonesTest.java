package io.djdbc.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeZonesTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "UTC, +00:00, UTC",
                "Z, +00:00, UTC",
                "+00:00, +00:00, UTC",
                "Etc/UTC, +00:00, Etc/UTC",
                "GMT, +00:00, GMT",
                "+02:00, +02:00, <+02:00>-02:00",
                "-03:30, -03:30, <-03:30>+03:30",
                "UTC+2, +02:00, <+02:00>-02:00",
                "Etc/GMT+5, -05:00, Etc/GMT+5",
                "Europe/Paris, -, Europe/Paris",
                "Japan, -, Japan",
                "Nowhere/City, -, Nowhere/City"
            })
    void areNamedAsServersTakeThem(String timeZone, String offset, String postgreSql) {
        assertThat(TimeZones.fixedOffset(timeZone)).isEqualTo(offset);
        assertThat(TimeZones.postgreSql(timeZone)).isEqualTo(postgreSql);
    }
}
