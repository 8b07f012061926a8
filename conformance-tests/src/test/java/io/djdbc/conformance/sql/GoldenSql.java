package io.djdbc.conformance.sql;

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
import org.jspecify.annotations.Nullable;

/** Recorded statements as JDBC has them, and the comparison of parameters by value. */
final class GoldenSql {

    private GoldenSql() {}

    /** {@code %s} as {@code ?}, {@code %%} as {@code %}, PostgreSQL's operator {@code ?} as {@code ??}. */
    static String jdbc(String sql) {
        return sql.replace("?", "??").replace("%s", "?").replace("%%", "%");
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
            return new BigDecimal(value.toString()).stripTrailingZeros();
        } else if (value instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros();
        } else if (value instanceof BigInteger || value instanceof Number) {
            return new BigDecimal(value.toString()).stripTrailingZeros();
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
        return value.toString();
    }
}
