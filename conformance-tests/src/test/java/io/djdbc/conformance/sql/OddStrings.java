package io.djdbc.conformance.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Strings that are hard on LIKE: the same ones on each run. Without NUL, which PostgreSQL cannot store. */
final class OddStrings {
    private static final String[] PIECES = {
        "%",
        "_",
        "\\",
        "\\\\",
        "\\%",
        "\\_",
        "%%",
        "'",
        "''",
        "\"",
        "`",
        "?",
        "??",
        "{",
        "}",
        "{contains a, ?}",
        "--",
        "/*",
        "*/",
        "$$",
        "$a$",
        ":x",
        "@y",
        "#",
        ";",
        "[",
        "]",
        "[a-z]",
        "^",
        "\n",
        "\r\n",
        "\t",
        " ",
        "  ",
        "🎉",
        "👩‍👩‍👧",
        "日本語",
        "％",
        "＿",
        "＼",
        "é",
        "ß",
        "LIKE",
        "ESCAPE",
        "a",
        "b",
        "X",
        "Y",
        "50",
        "100%",
        "it's",
        "c:\\dir\\x",
        "é"
    };

    private OddStrings() {}

    static List<String> some(int count) {
        Random random = new Random(20_050_715);
        Set<String> strings =
                new LinkedHashSet<>(List.of("", "%", "_", "\\", "'", "\"", "\n", "％", "🎉", allOfAscii()));
        while (strings.size() < count) {
            strings.add(strings.size() % 250 == 0 ? repeated(random, 4_096) : repeated(random, 1 + random.nextInt(40)));
        }
        return new ArrayList<>(strings);
    }

    private static String allOfAscii() {
        StringBuilder text = new StringBuilder();
        for (char c = 1; c < 128; c++) {
            text.append(c);
        }
        return text.toString();
    }

    private static String repeated(Random random, int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            if (random.nextInt(3) == 0) {
                text.append((char) (1 + random.nextInt(127)));
            } else {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
        }
        return text.toString();
    }

    /** A part of a text, cut between characters. */
    static String part(Random random, String text, boolean fromStart, boolean toEnd) {
        int[] points = text.codePoints().toArray();
        int from = fromStart || points.length == 0 ? 0 : random.nextInt(points.length);
        int to = toEnd ? points.length : from + random.nextInt(points.length - from + 1);
        return new String(points, from, to - from);
    }

    /** With the case of ASCII letters exchanged. */
    static String swappedCase(String text) {
        StringBuilder swapped = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 128 && Character.isLetter(c)) {
                swapped.setCharAt(i, (char) (c ^ 0x20));
            }
        }
        return swapped.toString();
    }
}
