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
            pattern = Pattern.compile(new PythonRegexTranslation(expression).toJava(), FLAGS);
            if (COMPILED.size() >= KEPT) {
                COMPILED.clear();
            }
            COMPILED.put(expression, pattern);
        }
        Matcher matcher = pattern.matcher(text);
        return matcher.find();
    }
}
