package io.djdbc.query.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names and paths. */
final class Paths {

    private Paths() {}

    /** Into a table between and out of it again. */
    static List<PathStep> through(List<PathStep> in, List<PathStep> out) {
        List<PathStep> steps = new ArrayList<>(in);
        steps.addAll(out);
        return List.copyOf(steps);
    }

    /**
     * Django's way to write a Java name: {@code pubDate} is {@code pub_date}, {@code URLPath} is {@code url_path}. A name
     * that is written so already stays.
     */
    static String snakeCase(String name) {
        StringBuilder snake = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c) && i > 0 && startsWord(name, i)) {
                snake.append('_');
            }
            snake.append(c);
        }
        return snake.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean startsWord(String name, int upper) {
        char before = name.charAt(upper - 1);
        if (before == '_') {
            return false;
        }
        return !Character.isUpperCase(before)
                || (upper + 1 < name.length() && Character.isLowerCase(name.charAt(upper + 1)));
    }
}
