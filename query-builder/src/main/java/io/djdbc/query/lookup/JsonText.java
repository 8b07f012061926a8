package io.djdbc.query.lookup;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON text as Python's {@code json.dumps()} writes it. */
final class JsonText {

    private JsonText() {}

    static String of(@Nullable Object value) {
        StringBuilder json = new StringBuilder();
        write(json, value);
        return json.toString();
    }

    private static void write(StringBuilder json, @Nullable Object value) {
        if (value == null || value instanceof Boolean || value instanceof Number) {
            json.append(value);
        } else if (value instanceof Map<?, ?> map) {
            json.append('{');
            for (Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator(); entries.hasNext(); ) {
                Map.Entry<?, ?> entry = entries.next();
                string(json, String.valueOf(entry.getKey()));
                json.append(": ");
                write(json, entry.getValue());
                json.append(entries.hasNext() ? ", " : "");
            }
            json.append('}');
        } else if (value instanceof Collection<?> list) {
            json.append('[');
            for (Iterator<?> members = list.iterator(); members.hasNext(); ) {
                write(json, members.next());
                json.append(members.hasNext() ? ", " : "");
            }
            json.append(']');
        } else {
            string(json, value.toString());
        }
    }

    private static void string(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                default -> {
                    if (c < ' ' || c > '~') {
                        json.append("\\u");
                        String hex = Integer.toHexString(c);
                        json.append("0000", 0, 4 - hex.length()).append(hex);
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }
}
