package io.djdbc.conformance.queries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values of the neutral form as Java objects: {@code $date} is a LocalDate, {@code $datetime} an OffsetDateTime, {@code
 * $time} a LocalTime, {@code $duration} a Duration, {@code $decimal} a BigDecimal, {@code $uuid} a UUID, {@code $binary}
 * a byte[], {@code $json} the document. Whole numbers are Integer, Long or BigInteger, the smallest that holds them.
 */
public final class NeutralValue {

    private static final ObjectMapper JSON = new ObjectMapper();

    private NeutralValue() {}

    /** Whether this is an object with the one key. */
    public static boolean is(JsonNode node, String key) {
        return node.isObject() && node.has(key);
    }

    /** Plain and typed values, lists and maps of them; an unknown {@code $} form is refused. */
    public static @Nullable Object of(JsonNode node) {
        if (node.isNull() || node.isMissingNode()) {
            return null;
        }
        if (node.isTextual()) {
            return node.textValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isIntegralNumber()) {
            return whole(node.bigIntegerValue());
        }
        if (node.isNumber()) {
            return node.doubleValue();
        }
        if (node.isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            node.forEach(item -> list.add(of(item)));
            return list;
        }
        if (node.has("$map")) {
            Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
            node.get("$map").forEach(pair -> map.put(of(pair.get(0)), of(pair.get(1))));
            return map;
        }
        String first = node.isEmpty() ? "" : node.fieldNames().next();
        return first.startsWith("$") ? typed(first, node.get(first)) : row(node);
    }

    private static Map<String, @Nullable Object> row(JsonNode node) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        node.fields().forEachRemaining(entry -> row.put(entry.getKey(), of(entry.getValue())));
        return row;
    }

    private static Object typed(String form, JsonNode node) {
        return switch (form) {
            case "$date" -> LocalDate.parse(node.asText());
            case "$datetime" -> OffsetDateTime.parse(node.asText());
            case "$time" -> LocalTime.parse(node.asText());
            case "$duration" -> Duration.parse(node.asText());
            case "$decimal" -> new BigDecimal(node.asText());
            case "$uuid" -> UUID.fromString(node.asText());
            case "$binary" -> HexFormat.of().parseHex(node.asText());
            case "$json" -> json(node.asText());
            case "$obj" -> new ObjectReference(node.get(0).asText(), of(node.get(1)));
            case "$objs" -> {
                List<Object> objects = new ArrayList<>();
                node.get(1)
                        .forEach(key ->
                                objects.add(new ObjectReference(node.get(0).asText(), of(key))));
                yield objects;
            }
            default -> throw new IllegalArgumentException("a form that is no value: " + form + " " + node);
        };
    }

    /** What {@code $obj} says of an instance. */
    public record ObjectReference(String model, @Nullable Object key) {}

    private static Object whole(BigInteger number) {
        if (number.bitLength() < 32) {
            return number.intValueExact();
        }
        return number.bitLength() < 64 ? (Object) number.longValueExact() : number;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
