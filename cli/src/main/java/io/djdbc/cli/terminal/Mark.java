package io.djdbc.cli.terminal;

/** The verdict at the start of a line; a word, so that it survives a pipe and colour-blind eyes. */
public enum Mark {
    OK("ok", Style.GREEN),
    WARN("warn", Style.YELLOW),
    FAIL("FAIL", Style.RED);

    private final String word;
    private final Style style;

    Mark(String word, Style style) {
        this.word = word;
        this.style = style;
    }

    String word() {
        return word;
    }

    Style style() {
        return style;
    }
}
