package io.djdbc.driver.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.dialect.ValueTransform;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A value that a lookup looks for")
class LookupTextTest {

    private static String text(Object value) throws SQLException {
        return BoundText.of(value, ValueTransform.TEXT);
    }

    @Test
    @DisplayName("is what Python's str() says, of times, dates, numbers and booleans")
    void isPythons() throws SQLException {
        assertThat(text(true)).isEqualTo("True");
        assertThat(text(false)).isEqualTo("False");
        assertThat(text(LocalDateTime.of(2020, 1, 2, 3, 4))).isEqualTo("2020-01-02 03:04:00");
        assertThat(text(LocalDateTime.of(2020, 1, 2, 3, 4, 5, 6_000))).isEqualTo("2020-01-02 03:04:05.000006");
        assertThat(text(LocalTime.of(3, 4, 5, 120_000_000))).isEqualTo("03:04:05.120000");
        assertThat(text(Timestamp.valueOf("2020-01-02 03:04:05"))).isEqualTo("2020-01-02 03:04:05");
        assertThat(text(new java.util.Date(
                        Timestamp.valueOf("2020-01-02 03:04:05").getTime())))
                .isEqualTo("2020-01-02 03:04:05");
        assertThat(text(Time.valueOf("03:04:05"))).isEqualTo("03:04:05");
        assertThat(text(OffsetDateTime.parse("2020-01-02T03:04:05+02:00"))).isEqualTo("2020-01-02 03:04:05+02:00");
        assertThat(text(ZonedDateTime.parse("2020-01-02T03:04Z[UTC]"))).isEqualTo("2020-01-02 03:04:00+00:00");
        assertThat(text(Instant.parse("2020-01-02T03:04:05Z"))).isEqualTo("2020-01-02 03:04:05+00:00");
        assertThat(text(LocalDate.of(2020, 1, 2))).isEqualTo("2020-01-02");
        assertThat(text(java.sql.Date.valueOf("2020-01-02"))).isEqualTo("2020-01-02");
        assertThat(text(Year.of(2020))).isEqualTo("2020");
        assertThat(text(new BigDecimal("1E+3"))).isEqualTo("1000");
        assertThat(text(1.5)).isEqualTo("1.5");
    }

    @Test
    @DisplayName("is a pattern that finds it anywhere; of LIKE's values only texts are changed")
    void isAPattern() throws SQLException {
        assertThat(BoundText.of(LocalTime.of(3, 4), ValueTransform.CONTAINS)).isEqualTo("%03:04:00%");
        assertThat(BoundText.of(true, ValueTransform.PATTERN)).isNull();
        assertThat(text(new byte[] {1})).isNull();
    }
}
