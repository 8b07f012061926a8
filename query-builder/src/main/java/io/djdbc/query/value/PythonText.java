package io.djdbc.query.value;

import io.djdbc.query.json.Json;
import io.djdbc.query.model.Instances;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as Python prints them, which Django's messages and conversions to text show. */
public final class PythonText {

    private PythonText() {}

    /** Python's {@code str()}: {@code True}, {@code None}, {@code 1.5}. */
    public static String str(@Nullable Object value) {
        if (value == null) {
            return "None";
        }
        if (value instanceof Boolean flag) {
            return flag ? "True" : "False";
        }
        if (value instanceof Double number && !number.isNaN() && !number.isInfinite()) {
            return Json.write(number);
        }
        if (value instanceof Instant || value instanceof OffsetDateTime) {
            Object utc = PreparedTimes.instant(value);
            return TimeText.dateTime((Instant) utc) + "+00:00";
        }
        if (value instanceof LocalDateTime dateTime) {
            return TimeText.dateTime(dateTime);
        }
        return value.toString();
    }

    /** Python's {@code repr()}, for texts: in single quotes, or in double ones if it has single ones. */
    public static String repr(@Nullable Object value) {
        if (value instanceof Collection<?> list) {
            return list.stream().map(PythonText::repr).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> repr(entry.getKey()) + ": " + repr(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (!(value instanceof CharSequence)) {
            return value != null && Instances.isInstance(value) ? Instances.repr(value) : str(value);
        }
        String text = value.toString()
                .replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
        if (text.contains("'") && !text.contains("\"")) {
            return '"' + text + '"';
        }
        return "'" + text.replace("'", "\\'") + "'";
    }
}
