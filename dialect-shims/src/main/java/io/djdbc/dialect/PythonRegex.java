package io.djdbc.dialect;

import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Regular expressions in Python's spelling, which is what {@code REGEXP} means on Django's SQLite. Letters, digits and
 * case are Unicode's. Safe for use by several threads; the last expressions are kept compiled.
 */
final class PythonRegex {
    private static final int KEPT = 200;
    private static final int FLAGS = Pattern.UNICODE_CHARACTER_CLASS | Pattern.UNICODE_CASE | Pattern.UNIX_LINES;

    private static final ConcurrentHashMap<String, Pattern> COMPILED = new ConcurrentHashMap<>();

    private PythonRegex() {}

    /**
     * Whether the expression is found anywhere in the text, as {@code re.search}.
     *
     * @throws java.util.regex.PatternSyntaxException if it is no regular expression
     */
    static boolean isFound(String expression, String text) {
        Pattern pattern = COMPILED.get(expression);
        if (pattern == null) {
            pattern = Pattern.compile(toJava(expression), FLAGS);
            if (COMPILED.size() >= KEPT) {
                COMPILED.clear();
            }
            COMPILED.put(expression, pattern);
        }
        Matcher matcher = pattern.matcher(text);
        return matcher.find();
    }

    /** What the two languages write differently. */
    static String toJava(String python) {
        StringBuilder java = new StringBuilder(python.length() + 8);
        boolean inClass = false;
        for (int i = 0; i < python.length(); i++) {
            char c = python.charAt(i);
            if (c == '\\' && i + 1 < python.length()) {
                char escaped = python.charAt(++i);
                java.append('\\').append(escaped == 'Z' ? 'z' : escaped);
            } else if (inClass) {
                if (c == ']') {
                    inClass = false;
                } else if (c == '[' || c == '&') {
                    java.append('\\'); // Java's nested classes and intersections
                }
                java.append(c);
            } else if (c == '[') {
                inClass = true;
                java.append(c);
                i = firstOfClass(python, i, java);
            } else if (c == '(' && python.startsWith("?P", i + 1)) {
                i = group(python, i, java);
            } else if (c == '{' && !isRepetition(python, i)) {
                java.append("\\{");
            } else {
                java.append(c);
            }
        }
        return java.toString();
    }

    /** A closing bracket that comes first stands for itself. */
    private static int firstOfClass(String python, int bracket, StringBuilder java) {
        int at = bracket;
        if (python.startsWith("^", at + 1)) {
            java.append('^');
            at++;
        }
        if (python.startsWith("]", at + 1)) {
            java.append("\\]");
            at++;
        }
        return at;
    }

    private static int group(String python, int parenthesis, StringBuilder java) {
        int at = parenthesis + 3;
        if (python.startsWith("<", at)) {
            java.append("(?<");
            return at;
        }
        int end = python.indexOf(')', at);
        if (python.startsWith("=", at) && end > 0) {
            java.append("\\k<").append(python, at + 1, end).append('>');
            return end;
        }
        java.append('(');
        return parenthesis;
    }

    private static boolean isRepetition(String python, int brace) {
        int at = brace + 1;
        while (at < python.length() && (Character.isDigit(python.charAt(at)) || python.charAt(at) == ',')) {
            at++;
        }
        return at > brace + 1 && at < python.length() && python.charAt(at) == '}';
    }
}
