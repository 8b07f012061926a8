package io.djdbc.driver.settings;

import io.djdbc.dialect.Dialect;
import io.djdbc.dialect.ParameterSyntax;

/** How a vendor protects a separator inside a value of its URL. */
enum Quoting {
    /** Not at all; percent escapes do. */
    NONE,
    /** H2: a backslash before any character. */
    BACKSLASH,
    /** SQL Server: the value in braces, a closing brace inside doubled. */
    BRACES,
    /** Oracle: the value in double quotes. */
    DOUBLE_QUOTES;

    static Quoting of(String vendorPart, Dialect dialect) {
        String name = dialect.name();
        if (dialect.parameterSyntax() == ParameterSyntax.QUERY) {
            return name.equals("oracle") ? DOUBLE_QUOTES : NONE;
        }
        if (name.equals("h2")) {
            return BACKSLASH;
        }
        boolean sqlServer = vendorPart.startsWith("sqlserver:") || vendorPart.contains(":sqlserver:");
        return sqlServer && !vendorPart.contains("jtds:") ? BRACES : NONE;
    }

    /** Where the parameter that starts at {@code from} ends: at the next separator that is one, or at the end. */
    int end(String text, int from, char separator) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (this == BACKSLASH && c == '\\') {
                i++;
            } else if (this == DOUBLE_QUOTES && c == '"') {
                quoted = !quoted;
            } else if (this == BRACES && c == '{' && i > from && text.charAt(i - 1) == '=' && !quoted) {
                quoted = true;
            } else if (this == BRACES && c == '}' && quoted) {
                if (i + 1 < text.length() && text.charAt(i + 1) == '}') {
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == separator && !quoted) {
                return i;
            }
        }
        if (quoted) {
            // a quote that is never closed quotes nothing
            int plain = text.indexOf(separator, from);
            return plain < 0 ? text.length() : plain;
        }
        return text.length();
    }

    /** The value without what protects its separators. */
    String unquote(String value) {
        if (this == BACKSLASH) {
            return withoutBackslashes(value);
        }
        if (this == BRACES && isEnclosed(value, '{', '}')) {
            return value.substring(1, value.length() - 1).replace("}}", "}");
        }
        if (this == DOUBLE_QUOTES && isEnclosed(value, '"', '"')) {
            return value.substring(1, value.length() - 1);
        }
        return value;
    }

    private static boolean isEnclosed(String value, char open, char close) {
        return value.length() >= 2 && value.charAt(0) == open && value.charAt(value.length() - 1) == close;
    }

    private static String withoutBackslashes(String value) {
        if (value.indexOf('\\') < 0) {
            return value;
        }
        StringBuilder plain = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                i++;
                c = value.charAt(i);
            }
            plain.append(c);
        }
        return plain.toString();
    }
}
