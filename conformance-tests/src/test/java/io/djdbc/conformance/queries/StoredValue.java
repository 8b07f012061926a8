package io.djdbc.conformance.queries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a golden value is stored in a column, and what a stored one says; without the query builder. */
final class StoredValue {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Oracle has no times of day: Django gives them this day. */
    private static final String TIMES_DAY = "1900-01-01 ";

    private final String type;
    private final boolean postgresql;
    private final boolean oracle;
    private final int places;

    /**
     * A column.
     *
     * @param backend by Django's name of the database
     * @param places digits after the point of a decimal, to which Django rounds what SQLite holds as a float
     */
    StoredValue(String type, String backend, int places) {
        this.places = places;
        this.type = type;
        this.postgresql = backend.equals("postgresql");
        this.oracle = backend.equals("oracle");
    }

    /** What stands for the value in an INSERT. */
    String placeholder(String databaseType) {
        return postgresql && !type.equals("BinaryField") ? "?::" + databaseType : "?";
    }

    /** The expression that reads the column. */
    String selected(String quoted) {
        return postgresql && type.equals("DurationField")
                ? "(EXTRACT(EPOCH FROM " + quoted + ") * 1000000)::bigint"
                : quoted;
    }

    void bind(PreparedStatement statement, int index, JsonNode value) throws SQLException {
        boolean missing = value.isNull() || value.isMissingNode();
        if (type.equals("BinaryField") && missing) {
            statement.setBytes(index, null);
        } else if (missing) {
            statement.setString(index, null);
        } else if (type.equals("BinaryField")) {
            statement.setBytes(
                    index, HexFormat.of().parseHex(value.get("$binary").asText()));
        } else {
            bindText(statement, index, value);
        }
    }

    private void bindText(PreparedStatement statement, int index, JsonNode value) throws SQLException {
        if (!postgresql && value.isIntegralNumber()) {
            statement.setLong(index, value.asLong());
        } else if (!postgresql && value.isNumber()) {
            statement.setDouble(index, value.asDouble());
        } else if (!postgresql && type.equals("BooleanField")) {
            statement.setInt(index, value.asBoolean() ? 1 : 0);
        } else if (oracle && type.equals("DurationField")) {
            statement.setObject(index, NeutralValue.of(value));
        } else {
            statement.setString(index, text(value));
        }
    }

    private String text(JsonNode value) {
        Object parsed = type.equals("JSONField") ? null : NeutralValue.of(value);
        if (parsed == null) {
            return value.toString();
        }
        if (parsed instanceof Duration duration) {
            long micros = micros(duration);
            return postgresql ? micros + " microseconds" : Long.toString(micros);
        }
        if (parsed instanceof OffsetDateTime moment) {
            LocalDateTime utc = moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
            String time = utc.toLocalDate() + " " + time(utc.toLocalTime());
            return postgresql ? time + "+00" : time;
        }
        if (parsed instanceof LocalTime time) {
            return (oracle ? TIMES_DAY : "") + time(time);
        }
        if (parsed instanceof UUID uuid) {
            return postgresql ? uuid.toString() : uuid.toString().replace("-", "");
        }
        return parsed.toString();
    }

    private static String time(LocalTime time) {
        String text = time.toString();
        // Python writes six digits after the point, or none
        int point = text.indexOf('.');
        return text.length() == 5 ? text + ":00" : point < 0 ? text : (text + "000000").substring(0, point + 7);
    }

    static long micros(Duration duration) {
        return Math.addExact(Math.multiplyExact(duration.getSeconds(), 1_000_000L), duration.getNano() / 1000);
    }

    /** The stored value in a form that {@link #canonical} values equal. */
    @Nullable
    Object read(ResultSet rows, int index) throws SQLException {
        if (type.equals("BinaryField")) {
            byte[] bytes = rows.getBytes(index);
            return bytes == null ? null : HexFormat.of().formatHex(bytes);
        }
        if (oracle && type.equals("DurationField")) {
            Duration duration = rows.getObject(index, Duration.class);
            return duration == null ? null : (Object) micros(duration);
        }
        String text = rows.getString(index);
        return text == null ? null : parse(text);
    }

    private Object parse(String text) {
        return switch (type) {
            case "DateField" -> LocalDate.parse(oracle ? text.substring(0, TIMES_DAY.length() - 1) : text);
            case "DateTimeField" -> moment(text);
            case "TimeField" -> LocalTime.parse(oracle ? text.substring(TIMES_DAY.length()) : text);
            case "DurationField" -> Long.valueOf(text);
            case "DecimalField" ->
                new BigDecimal(text).setScale(places, RoundingMode.HALF_EVEN).stripTrailingZeros();
            case "FloatField" -> Double.valueOf(text);
            case "BooleanField" -> text.equals("1") || text.startsWith("t");
            case "UUIDField" -> text.replace("-", "");
            case "JSONField" -> json(text);
            case "CharField", "TextField", "SlugField", "GenericIPAddressField" -> text;
            default -> Long.valueOf(text);
        };
    }

    private static Instant moment(String text) {
        String iso = text.replace(' ', 'T');
        if (iso.matches(".*[+-]\\d\\d$")) {
            return OffsetDateTime.parse(iso + ":00").toInstant();
        }
        return LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A golden value in the form of {@link #read}. */
    @Nullable
    Object canonical(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (type.equals("JSONField")) {
            return value.has("$json") ? json(value.get("$json").asText()) : value;
        }
        Object parsed = NeutralValue.of(value);
        if (oracle && "".equals(parsed)) {
            return null;
        }
        if (parsed instanceof OffsetDateTime moment) {
            return moment.toInstant();
        }
        if (parsed instanceof Duration duration) {
            return micros(duration);
        }
        if (parsed instanceof BigDecimal || type.equals("DecimalField")) {
            return new BigDecimal(String.valueOf(parsed)).stripTrailingZeros();
        }
        if (parsed instanceof UUID uuid) {
            return uuid.toString().replace("-", "");
        }
        if (parsed instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        if (type.equals("FloatField") && parsed instanceof Number number) {
            return number.doubleValue();
        }
        return parsed instanceof Integer number ? (Object) number.longValue() : parsed;
    }
}
