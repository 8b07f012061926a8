package io.djdbc.conformance.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import io.djdbc.conformance.queries.NeutralValue;
import io.djdbc.query.expression.Parameter;
import io.djdbc.query.sql.ReturnedColumn;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recorded statements as JDBC has them, and the comparison of parameters by value. */
public final class GoldenSql {

    /** A text that PostgreSQL is to have with a type. */
    private static final Pattern TYPED_TEXT = Pattern.compile("PostgreSqlText\\[type=\\w+, text=(.*)]", Pattern.DOTALL);

    /** MariaDB's times of day have all six digits in Django, and as many as they need in JDBC. */
    private static final Pattern WHOLE_SECONDS = Pattern.compile("\\d\\d:\\d\\d:\\d\\d(\\.\\d{6})?");

    private GoldenSql() {}

    /** {@code %s} as {@code ?}, {@code %%} as {@code %}, PostgreSQL's operator {@code ?} as {@code ??}. */
    public static String jdbc(String sql) {
        return sql.replace(" ? ", " ?? ").replace("%s", "?").replace("%%", "%");
    }

    static List<Object> bound(List<Parameter> parameters) {
        List<Object> values = new ArrayList<>();
        parameters.forEach(parameter -> values.add(comparable(parameter.value())));
        return values;
    }

    static List<Object> recorded(JsonNode parameters) {
        List<Object> values = new ArrayList<>();
        parameters.forEach(parameter -> values.add(recordedValue(parameter)));
        return values;
    }

    private static Object recordedValue(JsonNode node) {
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(member -> list.add(recordedValue(member)));
            return list;
        }
        for (String text : List.of("$json", "$inet", "$uuid")) {
            if (node.has(text)) {
                return node.get(text).asText();
            }
        }
        if (node.has("$timestamp")) {
            return LocalDateTime.parse(node.get("$timestamp").asText().replace(' ', 'T'))
                    .toInstant(ZoneOffset.UTC);
        }
        if (node.has("$returning")) {
            return "returned column";
        }
        return comparable(NeutralValue.of(node));
    }

    private static Object comparable(@Nullable Object value) {
        if (value == null) {
            return "NULL";
        } else if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        } else if (value instanceof Double || value instanceof Float) {
            return new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
        } else if (value instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros().toPlainString();
        } else if (value instanceof BigInteger || value instanceof Number) {
            return new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
        } else if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        } else if (value instanceof LocalDateTime time) {
            return time.toInstant(ZoneOffset.UTC);
        } else if (value instanceof List<?> list) {
            List<Object> members = new ArrayList<>();
            list.forEach(member -> members.add(comparable(member)));
            return members;
        } else if (value instanceof ReturnedColumn
                || value instanceof Instant
                || value instanceof LocalDate
                || value instanceof LocalTime
                || value instanceof Duration
                || value instanceof Boolean
                || value instanceof Map
                || value instanceof UUID) {
            return value instanceof UUID || value instanceof ReturnedColumn ? value.toString() : value;
        }
        if (WHOLE_SECONDS.matcher(value.toString()).matches()) {
            return LocalTime.parse(value.toString()).toString();
        }
        Matcher typed = TYPED_TEXT.matcher(value.toString());
        return typed.matches() ? typed.group(1) : value.toString();
    }
}
