package io.djdbc.dialect;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.PatternSyntaxException;

/** One of Python's regular expressions in Java's spelling. Used once, by one thread. */
final class PythonRegexTranslation {
    /** Python's letters, digits and underscore: Java's Unicode {@code \w} has marks and other connectors besides. */
    private static final String WORD = "\\p{L}\\p{N}_";

    /** Python takes the four separators of ASCII for spaces. */
    private static final String SPACE = "\\s\\x1c-\\x1f";

    private final String python;
    private final StringBuilder java;
    private final Map<String, String> groups = new HashMap<>();
    private boolean inClass;

    PythonRegexTranslation(String python) {
        this.python = python;
        this.java = new StringBuilder(python.length() + 16);
    }

    /** @throws PatternSyntaxException if it has an escape that Python does not know */
    String toJava() {
        int at = 0;
        while (at < python.length()) {
            char c = python.charAt(at);
            if (c == '\\' && at + 1 < python.length()) {
                at = escape(at + 1);
            } else if (inClass) {
                at = inClass(at, c);
            } else if (c == '[') {
                at = openClass(at);
            } else if (c == '(' && python.startsWith("?", at + 1)) {
                at = group(at);
            } else if (c == '{') {
                at = brace(at);
            } else {
                java.append(c);
                at++;
            }
        }
        return java.toString();
    }

    // ---- escapes

    /** @return one past the escape whose letter is at a place */
    private int escape(int at) {
        char c = python.charAt(at);
        switch (c) {
            case 'w' -> java.append(inClass ? WORD : "[" + WORD + "]");
            case 'W' -> java.append("[^" + WORD + "]");
            case 's' -> java.append(inClass ? SPACE : "[" + SPACE + "]");
            case 'S' -> java.append("[^" + SPACE + "]");
            case 'b' -> java.append(inClass ? "\\x08" : boundary("!", "="));
            case 'B' -> java.append(outsideClass(at, boundary("=", "!")));
            case 'A' -> java.append(outsideClass(at, "\\A"));
            case 'Z' -> java.append(outsideClass(at, "\\z"));
            case 'v' -> java.append("\\x0b");
            case 'U' -> {
                int end = Math.min(at + 9, python.length());
                java.append("\\x{").append(python, at + 1, end).append('}');
                return end;
            }
            case 'N' -> {
                int end = python.indexOf('}', at) + 1;
                java.append('\\').append(python, at, Math.max(end, at + 1));
                return Math.max(end, at + 1);
            }
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> {
                return number(at);
            }
            default -> {
                if (Character.isLetter(c) && c < 128 && "adDfnrtux".indexOf(c) < 0) {
                    throw new PatternSyntaxException("bad escape \\" + c, python, at - 1);
                }
                java.append('\\').append(c);
            }
        }
        return at + 1;
    }

    /** Where a word begins or ends: Java's own {@code \b} has another idea of a word, and one that changed with JDK 19. */
    private static String boundary(String before, String after) {
        String word = "[" + WORD + "]";
        return "(?:(?<=" + word + ")(?" + before + word + ")|(?<!" + word + ")(?" + after + word + "))";
    }

    private String outsideClass(int at, String text) {
        if (inClass) {
            throw new PatternSyntaxException("bad escape \\" + python.charAt(at) + " in a class", python, at - 1);
        }
        return text;
    }

    /** A character by its octal number, or the number of a group. */
    private int number(int at) {
        int end = at + 1;
        boolean octal = python.charAt(at) == '0' || inClass || isOctal(at) && isOctal(at + 1) && isOctal(at + 2);
        while (end < python.length() && end < at + 3 && (octal ? isOctal(end) : isDigit(end))) {
            end++;
        }
        String digits = python.substring(at, end);
        if (!octal) {
            java.append('\\').append(digits);
        } else if (isOctal(at)) {
            java.append("\\x{")
                    .append(Integer.toHexString(Integer.parseInt(digits, 8)))
                    .append('}');
        } else {
            throw new PatternSyntaxException("bad escape \\" + digits + " in a class", python, at - 1);
        }
        return end;
    }

    private boolean isOctal(int at) {
        return at < python.length() && python.charAt(at) >= '0' && python.charAt(at) <= '7';
    }

    private boolean isDigit(int at) {
        return at < python.length() && python.charAt(at) >= '0' && python.charAt(at) <= '9';
    }

    // ---- classes

    private int inClass(int at, char c) {
        if (c == ']') {
            inClass = false;
        } else if (c == '[' || c == '&') {
            java.append('\\'); // Java's nested classes and intersections
        }
        java.append(c);
        return at + 1;
    }

    /** A closing bracket that comes first stands for itself. */
    private int openClass(int bracket) {
        inClass = true;
        java.append('[');
        int at = bracket + 1;
        if (python.startsWith("^", at)) {
            java.append('^');
            at++;
        }
        if (python.startsWith("]", at)) {
            java.append("\\]");
            at++;
        }
        return at;
    }

    // ---- groups and repetitions

    private int group(int parenthesis) {
        int end = python.indexOf(')', parenthesis);
        if (python.startsWith("?#", parenthesis + 1) && end > 0) {
            return end + 1; // a comment
        }
        int name = parenthesis + 4;
        if (python.startsWith("?P<", parenthesis + 1) && python.indexOf('>', name) > 0) {
            int close = python.indexOf('>', name);
            java.append("(?<").append(groupName(python.substring(name, close))).append('>');
            return close + 1;
        }
        if (python.startsWith("?P=", parenthesis + 1) && end > 0) {
            java.append("\\k<").append(groupName(python.substring(name, end))).append('>');
            return end + 1;
        }
        java.append('(');
        return parenthesis + 1;
    }

    /** Python's names may have underscores, and letters that are not ASCII. */
    private String groupName(String name) {
        return groups.computeIfAbsent(name, unused -> "g" + groups.size());
    }

    /** What is no repetition is a brace; in Python the least number may be left out. */
    private int brace(int at) {
        int end = at + 1;
        while (isDigit(end)) {
            end++;
        }
        boolean least = end > at + 1;
        boolean comma = python.startsWith(",", end);
        if (comma) {
            end++;
            while (isDigit(end)) {
                end++;
            }
        }
        if (!least && !comma || !python.startsWith("}", end)) {
            java.append("\\{");
            return at + 1;
        }
        java.append('{').append(least ? "" : "0").append(python, at + 1, end + 1);
        return end + 1;
    }
}
