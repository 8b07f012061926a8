package io.djdbc.query.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void aDocumentIsPlainObjects() {
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("b", Arrays.asList(1L, "two", null, true, false));
        expected.put("a", Map.of());
        expected.put("n", -1.5e3);
        expected.put("big", new BigInteger("123456789012345678901234567890"));
        expected.put("max", Long.MAX_VALUE);
        expected.put("é", "\"\\/\b\f\n\r\té😀");
        Object parsed = Json.parse("""
                { "b" : [1, "two", null, true, false],
                  "a": {}, "n": -1.5e3, "big": 123456789012345678901234567890, "max": 9223372036854775807,
                  "\\u00e9": "\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00" }
                """);
        assertThat(parsed).isEqualTo(expected);
        assertThat(((Map<?, ?>) parsed).keySet()).map(Object::toString).startsWith("b", "a", "n");
    }

    /** Texts as Python's {@code json.dumps} gives them. */
    @Test
    void isWrittenAsPythonWritesIt() {
        assertThat(Json.write(Map.of("a", 1))).isEqualTo("{\"a\": 1}");
        assertThat(Json.write(Arrays.asList(1, "two", null, true))).isEqualTo("[1, \"two\", null, true]");
        assertThat(Json.write("é\u007f😀\"\\\n\u0001")).isEqualTo("\"\\u00e9\\u007f\\ud83d\\ude00\\\"\\\\\\n\\u0001\"");
        assertThat(Json.write(1e-10)).isEqualTo("1e-10");
        assertThat(Json.write(1e100)).isEqualTo("1e+100");
        assertThat(Json.write(1.5)).isEqualTo("1.5");
        assertThat(Json.write(100.0)).isEqualTo("100.0");
        assertThat(Json.write(1e16)).isEqualTo("1e+16");
        assertThat(Json.write(1e15)).isEqualTo("1000000000000000.0");
        assertThat(Json.write(0.0001)).isEqualTo("0.0001");
        assertThat(Json.write(0.00001)).isEqualTo("1e-05");
        assertThat(Json.write(-1.25e-7)).isEqualTo("-1.25e-07");
        assertThat(Json.write(-0.0)).isEqualTo("-0.0");
        assertThat(Json.write(0.1f)).isEqualTo("0.1");
        assertThat(Json.write(new BigDecimal("1.50"))).isEqualTo("1.50");
        assertThat(Json.write(new int[] {1, 2})).isEqualTo("[1, 2]");
        assertThat(Json.write(UUID.fromString("12345678-1234-5678-1234-567800000065")))
                .isEqualTo("\"12345678-1234-5678-1234-567800000065\"");
        assertThat(Json.write(Json.NULL)).isEqualTo("null").isEqualTo(Json.write(null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,",
                "[1,]",
                "{\"a\":}",
                "{\"a\" 1}",
                "{a: 1}",
                "'a'",
                "\"a",
                "\"\\x\"",
                "\"\\u12g4\"",
                "01",
                "-",
                "1.",
                "1e",
                ".5",
                "+1",
                "tru",
                "nulll",
                "1 2",
                "[1] ]",
                "\"\t\"",
                "\"\\u00٣1\""
            })
    void whatIsNoJsonIsRefused(String text) {
        assertThatThrownBy(() -> Json.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no JSON")
                .hasMessageContaining("at character");
    }

    @Test
    void depthHasALimit() {
        String deep = "[".repeat(100_000);
        assertThatThrownBy(() -> Json.parse(deep)).hasMessageContaining("nested more than");
        List<Object> loop = new ArrayList<>();
        loop.add(loop);
        assertThatThrownBy(() -> Json.write(loop)).hasMessageContaining("nested more than");
    }

    @Test
    void whatJsonCannotHaveIsRefused() {
        assertThatThrownBy(() -> Json.write(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> Json.write(Map.of(1, 2))).hasMessageContaining("keys in JSON");
        assertThatThrownBy(() -> Json.write(new Object())).hasMessageContaining("java.lang.Object");
    }
}
