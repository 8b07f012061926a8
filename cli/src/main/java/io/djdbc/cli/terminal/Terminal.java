package io.djdbc.cli.terminal;

import java.io.PrintWriter;
import java.util.List;

/** Where a command writes to: headings, marked lines, tables. Used by one thread. */
public final class Terminal {
    /** The widest line. */
    public static final int WIDTH = 100;

    private static final int MARK_WIDTH = 6;

    private final PrintWriter out;
    private final boolean colours;

    /** @param colours whether the reader is a terminal that wants colours */
    public Terminal(PrintWriter out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    /** The text in this style, or as it is where there are no colours. */
    public String paint(Style style, String text) {
        return colours ? style.paint(text) : text;
    }

    /** An empty line and a heading. */
    public void heading(String text) {
        out.println();
        out.println(paint(Style.BOLD, text));
    }

    /** A paragraph, wrapped. */
    public void text(String text) {
        wrapped("", text, Style.PLAIN);
    }

    /** A remark, wrapped, in a quiet colour. */
    public void remark(String text) {
        wrapped("  ", text, Style.DIM);
    }

    private void wrapped(String indent, String text, Style style) {
        for (String line : TextWrap.wrap(text, WIDTH - indent.length())) {
            out.println(indent + paint(style, line));
        }
    }

    /** A verdict and what it is about, wrapped under itself. */
    public void marked(Mark mark, String text) {
        List<String> lines = TextWrap.wrap(text, WIDTH - 2 - MARK_WIDTH);
        for (int i = 0; i < lines.size(); i++) {
            String start = i == 0
                    ? paint(mark.style(), mark.word())
                            + " ".repeat(MARK_WIDTH - mark.word().length())
                    : " ".repeat(MARK_WIDTH);
            out.println("  " + start + lines.get(i));
        }
    }

    /** A table, each line two columns in. */
    public void table(Table table) {
        for (String line : table.render(WIDTH - 2, this)) {
            out.println(line.isEmpty() ? line : "  " + line);
        }
    }

    /** Text that is printed as it is, such as a document. */
    public void verbatim(String text) {
        out.print(text);
    }

    /** Makes everything visible that was written so far. */
    public void flush() {
        out.flush();
    }
}
