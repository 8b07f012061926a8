package io.djdbc.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** Breaks text at blanks; a word longer than a line behind a comma in it, or else where the line ends. */
final class TextWrap {
    private TextWrap() {}

    /** At least one line, none wider than {@code width}. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            wrapParagraph(paragraph.strip(), Math.max(width, 1), lines);
        }
        return lines;
    }

    private static void wrapParagraph(String paragraph, int width, List<String> lines) {
        String rest = paragraph;
        while (rest.length() > width) {
            int end = breakIn(rest, width);
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest);
    }

    private static int breakIn(String text, int width) {
        int blank = text.lastIndexOf(' ', width);
        if (blank > 0) {
            return blank;
        }
        int comma = text.lastIndexOf(',', width - 1);
        return comma > 0 ? comma + 1 : width;
    }
}
