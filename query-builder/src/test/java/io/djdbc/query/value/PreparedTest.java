package io.djdbc.query.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.djdbc.query.ValidationError;
import io.djdbc.query.model.FieldType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Values and messages as Django 5.2 has them, by its documentation and the golden data. */
class PreparedTest {

    private static Object prepare(FieldType type, Object value) {
        return Prepared.prepare(type, "f", value);
    }

    @Test
    void numbers() {
        assertThat(prepare(FieldType.INTEGER, "5")).isEqualTo(5L);
        assertThat(prepare(FieldType.INTEGER, " -5 ")).isEqualTo(-5L);
        assertThat(prepare(FieldType.BIG_AUTO, 5.9)).isEqualTo(5L);
        assertThat(prepare(FieldType.INTEGER, -5.9)).isEqualTo(-5L);
        assertThat(prepare(FieldType.INTEGER, true)).isEqualTo(1L);
        assertThat(prepare(FieldType.INTEGER, (short) 3)).isEqualTo(3L);
        assertThat(prepare(FieldType.INTEGER, new BigInteger("99999999999999999999")))
                .isEqualTo(new BigInteger("99999999999999999999"));
        assertThat(prepare(FieldType.FLOAT, "1.5")).isEqualTo(1.5);
        assertThat(prepare(FieldType.FLOAT, 2)).isEqualTo(2.0);
        assertThat(prepare(FieldType.DECIMAL, "10.50")).isEqualTo(new BigDecimal("10.50"));
        assertThat(prepare(FieldType.DECIMAL, 3)).isEqualTo(new BigDecimal("3"));
        assertThat((BigDecimal) prepare(FieldType.DECIMAL, 0.1)).isEqualByComparingTo("0.1");
    }

    @Test
    void whatIsNoNumber() {
        assertThatThrownBy(() -> Prepared.prepare(FieldType.INTEGER, "number_of_comments", "not a number"))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("Field 'number_of_comments' expected a number but got 'not a number'.");
        assertThatThrownBy(() -> prepare(FieldType.INTEGER, "5.5"))
                .hasMessage("Field 'f' expected a number but got '5.5'.");
        assertThatThrownBy(() -> prepare(FieldType.INTEGER, "it's"))
                .hasMessage("Field 'f' expected a number but got \"it's\".");
        assertThatThrownBy(() -> prepare(FieldType.INTEGER, LocalDate.EPOCH))
                .hasMessage("Field 'f' expected a number but got 1970-01-01.");
        assertThatThrownBy(() -> prepare(FieldType.FLOAT, "x")).hasMessage("Field 'f' expected a number but got 'x'.");
        assertThatThrownBy(() -> prepare(FieldType.DECIMAL, "x"))
                .isInstanceOf(ValidationError.class)
                .hasMessage("“x” value must be a decimal number.");
        assertThatThrownBy(() -> prepare(FieldType.DECIMAL, Double.NaN)).isInstanceOf(ValidationError.class);
    }

    @Test
    void textsAreWhatPythonPrints() {
        assertThat(prepare(FieldType.CHAR, 5)).isEqualTo("5");
        assertThat(prepare(FieldType.TEXT, true)).isEqualTo("True");
        assertThat(prepare(FieldType.CHAR, 1e100)).isEqualTo("1e+100");
        assertThat(prepare(FieldType.SLUG, Instant.parse("2024-05-06T07:08:09Z")))
                .isEqualTo("2024-05-06 07:08:09+00:00");
        assertThat(prepare(FieldType.CHAR, Thread.State.NEW)).isEqualTo("NEW");
        assertThat(prepare(FieldType.CHAR, null)).isNull();
    }

    @Test
    void flags() {
        assertThat(prepare(FieldType.BOOLEAN, 1)).isEqualTo(true);
        assertThat(prepare(FieldType.BOOLEAN, "False")).isEqualTo(false);
        assertThat(prepare(FieldType.BOOLEAN, "t")).isEqualTo(true);
        assertThatThrownBy(() -> prepare(FieldType.BOOLEAN, "true"))
                .isInstanceOf(ValidationError.class)
                .hasMessage("“true” value must be either True or False.");
        assertThatThrownBy(() -> prepare(FieldType.BOOLEAN, 2)).isInstanceOf(ValidationError.class);
    }

    @Test
    void dates() {
        LocalDate date = LocalDate.of(2024, 2, 9);
        assertThat(prepare(FieldType.DATE, "2024-02-09")).isEqualTo(date);
        assertThat(prepare(FieldType.DATE, "2024-2-9")).isEqualTo(date);
        assertThat(prepare(FieldType.DATE, OffsetDateTime.parse("2024-02-10T01:00:00+02:00")))
                .isEqualTo(date);
        assertThat(prepare(FieldType.DATE, java.sql.Date.valueOf(date))).isEqualTo(date);
        assertThatThrownBy(() -> prepare(FieldType.DATE, "2024-02-30"))
                .isInstanceOf(ValidationError.class)
                .hasMessage("“2024-02-30” value has the correct format (YYYY-MM-DD) but it is an invalid date.");
        assertThatThrownBy(() -> prepare(FieldType.DATE, "soon"))
                .hasMessage("“soon” value has an invalid date format. It must be in YYYY-MM-DD format.");
    }

    @Test
    void pointsInTime() {
        Instant instant = Instant.parse("2024-05-06T07:08:09.123456Z");
        assertThat(prepare(FieldType.DATE_TIME, "2024-05-06 07:08:09.123456")).isEqualTo(instant);
        assertThat(prepare(FieldType.DATE_TIME, "2024-05-06T09:08:09.123456+02:00"))
                .isEqualTo(instant);
        assertThat(prepare(FieldType.DATE_TIME, LocalDateTime.parse("2024-05-06T07:08:09.123456")))
                .isEqualTo(instant);
        assertThat(prepare(FieldType.DATE_TIME, ZonedDateTime.parse("2024-05-06T09:08:09.123456+02:00[Europe/Paris]")))
                .isEqualTo(instant);
        assertThat(prepare(FieldType.DATE_TIME, "2024-05-06 07:08")).isEqualTo(Instant.parse("2024-05-06T07:08:00Z"));
        assertThat(prepare(FieldType.DATE_TIME, LocalDate.of(2024, 5, 6)))
                .isEqualTo(Instant.parse("2024-05-06T00:00:00Z"));
        assertThatThrownBy(() -> prepare(FieldType.DATE_TIME, "2024-05-06 25:00"))
                .hasMessage("“2024-05-06 25:00” value has the correct format"
                        + " (YYYY-MM-DD HH:MM[:ss[.uuuuuu]][TZ]) but it is an invalid date/time.");
        assertThatThrownBy(() -> prepare(FieldType.DATE_TIME, "now"))
                .isInstanceOf(ValidationError.class)
                .hasMessage(
                        "“now” value has an invalid format. It must be in YYYY-MM-DD HH:MM[:ss[.uuuuuu]][TZ] format.");
    }

    @Test
    void timesAndDurations() {
        assertThat(prepare(FieldType.TIME, "6:00")).isEqualTo(LocalTime.of(6, 0));
        assertThat(prepare(FieldType.TIME, "23:59:59.999999")).isEqualTo(LocalTime.of(23, 59, 59, 999_999_000));
        assertThatThrownBy(() -> prepare(FieldType.TIME, "25:00"))
                .hasMessage("“25:00” value has the correct format (HH:MM[:ss[.uuuuuu]]) but it is an invalid time.");
        assertThatThrownBy(() -> prepare(FieldType.TIME, "x"))
                .hasMessage("“x” value has an invalid format. It must be in HH:MM[:ss[.uuuuuu]] format.");
        assertThat(prepare(FieldType.DURATION, Duration.ofDays(1))).isEqualTo(Duration.ofDays(1));
        assertThatThrownBy(() -> prepare(FieldType.DURATION, 5)).hasMessageContaining("java.time.Duration");
    }

    @Test
    void identifiersAndAddresses() throws Exception {
        UUID uuid = UUID.fromString("12345678-1234-5678-1234-567800000065");
        for (String text : new String[] {
            "12345678-1234-5678-1234-567800000065",
            "12345678123456781234567800000065",
            "{12345678-1234-5678-1234-567800000065}",
            "urn:uuid:12345678-1234-5678-1234-567800000065"
        }) {
            assertThat(prepare(FieldType.UUID, text)).as(text).isEqualTo(uuid);
        }
        assertThatThrownBy(() -> prepare(FieldType.UUID, "not-a-uuid"))
                .isInstanceOf(ValidationError.class)
                .hasMessage("“not-a-uuid” is not a valid UUID.");
        assertThat(prepare(FieldType.GENERIC_IP_ADDRESS, "2001:0db8:0:0:0:0:0:0001"))
                .isEqualTo("2001:db8::1");
        assertThat(prepare(FieldType.GENERIC_IP_ADDRESS, "0:0:0:0:0:0:0:1")).isEqualTo("::1");
        assertThat(prepare(FieldType.GENERIC_IP_ADDRESS, "1:0:0:2:0:0:0:3")).isEqualTo("1:0:0:2::3");
        assertThat(prepare(FieldType.GENERIC_IP_ADDRESS, "127.0.0.1")).isEqualTo("127.0.0.1");
        assertThat(prepare(FieldType.GENERIC_IP_ADDRESS, "no:address")).isEqualTo("no:address");
        assertThat(prepare(FieldType.GENERIC_IP_ADDRESS, InetAddress.getByName("::1")))
                .isEqualTo("::1");
    }

    @Test
    void intervalsAsDatabasesPrintThem() {
        assertThat(IntervalText.parse("00:00:00.000001")).isEqualTo(Duration.ofNanos(1000));
        assertThat(IntervalText.parse("-1 days +00:00:01")).isEqualTo(Duration.ofSeconds(-86_399));
        assertThat(IntervalText.parse("42 days 05:06:07.000008")).isEqualTo(Duration.parse("PT1013H6M7.000008S"));
        assertThat(IntervalText.parse("1 day -01:00:00")).isEqualTo(Duration.ofHours(23));
        assertThat(IntervalText.parse("-1 2:3:4.5")).isEqualTo(Duration.parse("PT-26H-3M-4.5S"));
        assertThat(IntervalText.parse("+000000001 02:00:00.000000")).isEqualTo(Duration.ofHours(26));
        assertThat(IntervalText.parse("-23:59:59")).isEqualTo(Duration.ofSeconds(-86_399));
        assertThat(IntervalText.parse("3 mons 2 days")).isEqualTo(Duration.ofDays(92));
        assertThatThrownBy(() -> IntervalText.parse("soon")).hasMessageContaining("'soon'");
    }

    @Test
    void arraysOfPostgresqlAreQuoted() {
        assertThat(PostgreSqlText.array(java.util.Arrays.asList(1, null, "a\"b\\c{},", true, new byte[] {0, -1})))
                .isEqualTo("{1,NULL,\"a\\\"b\\\\c{},\",true,\"\\\\x00ff\"}");
    }
}
