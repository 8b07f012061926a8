package io.djdbc.query.sql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The names most like a mistyped one, at most three, by the share of what they have in common. */
final class CloseMatches {

    private static final double CUTOFF = 0.6;

    private CloseMatches() {}

    static List<String> of(String word, List<String> names) {
        List<String> close = new ArrayList<>();
        for (String name : names) {
            if (ratio(name, word) >= CUTOFF) {
                close.add(name);
            }
        }
        close.sort(Comparator.comparingDouble((String name) -> ratio(name, word))
                .thenComparing(name -> name)
                .reversed());
        return close.subList(0, Math.min(3, close.size()));
    }

    private static double ratio(String one, String other) {
        int length = one.length() + other.length();
        return length == 0 ? 1 : 2.0 * common(one, other) / length;
    }

    /** Characters in the longest common part, and in what is left and right of it. */
    private static int common(String one, String other) {
        int best = 0;
        int oneAt = 0;
        int otherAt = 0;
        for (int i = 0; i < one.length(); i++) {
            for (int j = 0; j < other.length(); j++) {
                int size = 0;
                while (i + size < one.length()
                        && j + size < other.length()
                        && one.charAt(i + size) == other.charAt(j + size)) {
                    size++;
                }
                if (size > best) {
                    best = size;
                    oneAt = i;
                    otherAt = j;
                }
            }
        }
        return best == 0
                ? 0
                : best
                        + common(one.substring(0, oneAt), other.substring(0, otherAt))
                        + common(one.substring(oneAt + best), other.substring(otherAt + best));
    }
}
