package io.djdbc.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** Breaks text at blanks; a word that is longer than a line is broken where the line ends. */
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
            int blank = rest.lastIndexOf(' ', width);
            int end = blank > 0 ? blank : width;
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest);
    }
}
