package io.djdbc.query.lookup;

import io.djdbc.query.json.Json;
import java.util.List;

/** Keys as the JSON path of SQL: {@code $."tricks"[0]}. Keys are always quoted, so none can leave its place. */
final class JsonPath {

    private JsonPath() {}

    static String of(List<String> keys) {
        StringBuilder path = new StringBuilder("$");
        for (String key : keys) {
            path.append(step(key));
        }
        return path.toString();
    }

    /** A key, or an index where it is a number. */
    static String step(String key) {
        return isIndex(key) ? "[" + Long.parseLong(key.trim()) + "]" : name(key);
    }

    /** A key, also where it is a number. */
    static String name(String key) {
        return "." + Json.write(key);
    }

    static boolean isIndex(String key) {
        int start = key.startsWith("-") || key.startsWith("+") ? 1 : 0;
        if (key.length() == start || key.length() > 18) {
            return false;
        }
        for (int i = start; i < key.length(); i++) {
            if (key.charAt(i) < '0' || key.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** As a literal that Oracle needs, which takes no bound path there. */
    static String oracleLiteral(String path) {
        if (path.indexOf('\uffff') >= 0) {
            throw new IllegalArgumentException("A JSON key cannot have the character U+FFFF on Oracle");
        }
        return "q'\uffff" + path + "\uffff'";
    }
}
