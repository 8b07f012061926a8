package io.djdbc.dialect;

/** LIKE patterns whose escape character is {@code \}. Pure functions; a text that need not change is returned itself. */
public final class LikePatterns {

    private LikePatterns() {}

    /** A pattern that matches the value and nothing else, as Django's {@code prep_for_like_query}. */
    public static String escape(String value) {
        int length = value.length();
        for (int i = 0; i < length; i++) {
            if (isSpecial(value.charAt(i))) {
                StringBuilder escaped = new StringBuilder(length + 8).append(value, 0, i);
                for (int rest = i; rest < length; rest++) {
                    char c = value.charAt(rest);
                    if (isSpecial(c)) {
                        escaped.append('\\');
                    }
                    escaped.append(c);
                }
                return escaped.toString();
            }
        }
        return value;
    }

    /**
     * The same pattern for a database that refuses {@code \} before an ordinary character: there it is dropped, as it
     * means that character. At the end of the pattern {@code \} means itself.
     *
     * @param last whether the pattern ends with this text, or goes on with another one that {@code \} may belong to
     */
    public static String strict(String pattern, boolean last) {
        int at = pattern.indexOf('\\');
        if (at < 0) {
            return pattern;
        }
        int length = pattern.length();
        StringBuilder strict = new StringBuilder(length + 1).append(pattern, 0, at);
        while (at < length) {
            char c = pattern.charAt(at++);
            if (c == '\\') {
                if (at == length) {
                    strict.append(last ? "\\\\" : "\\");
                    break;
                }
                c = pattern.charAt(at++);
                if (isSpecial(c)) {
                    strict.append('\\');
                }
            }
            strict.append(c);
        }
        return strict.length() == length && pattern.contentEquals(strict) ? pattern : strict.toString();
    }

    /** The same pattern, in which a {@code \} at the end means itself; databases differ in what they say to it. */
    public static String closed(String pattern) {
        int end = pattern.length();
        int first = end;
        while (first > 0 && pattern.charAt(first - 1) == '\\') {
            first--;
        }
        return (end - first) % 2 == 0 ? pattern : pattern + '\\';
    }

    private static boolean isSpecial(char c) {
        return c == '%' || c == '_' || c == '\\';
    }
}
