package io.djdbc.driver.settings;

/** How many slips of the keyboard lie between two words, regardless of case: a swap of neighbours is one. */
final class EditDistance {

    private EditDistance() {}

    /** The distance, or some number greater than {@code limit} if it is greater. */
    static int between(String left, String right, int limit) {
        if (Math.abs(left.length() - right.length()) > limit) {
            return limit + 1;
        }
        int width = right.length() + 1;
        int[] beforeLast = new int[width];
        int[] last = new int[width];
        int[] current = new int[width];
        for (int j = 0; j < width; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            current[0] = i;
            char a = Character.toLowerCase(left.charAt(i - 1));
            for (int j = 1; j < width; j++) {
                char b = Character.toLowerCase(right.charAt(j - 1));
                int cost = a == b ? 0 : 1;
                int least = Math.min(Math.min(last[j] + 1, current[j - 1] + 1), last[j - 1] + cost);
                if (i > 1
                        && j > 1
                        && a == Character.toLowerCase(right.charAt(j - 2))
                        && Character.toLowerCase(left.charAt(i - 2)) == b) {
                    least = Math.min(least, beforeLast[j - 2] + 1);
                }
                current[j] = least;
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = current;
            current = spare;
        }
        return last[width - 1];
    }
}
