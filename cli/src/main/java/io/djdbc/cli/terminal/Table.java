package io.djdbc.cli.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table whose last column takes the room that the others leave, and wraps. */
public final class Table {
    private static final String GAP = "  ";

    private record Row(Style style, List<String> cells) {}

    private final List<String> header;
    private final List<Row> rows = new ArrayList<>();

    public Table(String... header) {
        this.header = List.of(header);
    }

    /** Adds a row with as many cells as the header has. */
    public Table row(String... cells) {
        return row(Style.PLAIN, cells);
    }

    /** Adds a row whose first cell stands out. */
    public Table row(Style style, String... cells) {
        if (cells.length != header.size()) {
            throw new IllegalArgumentException(cells.length + " cells under " + header.size() + " headings");
        }
        rows.add(new Row(style, Arrays.asList(cells)));
        return this;
    }

    List<String> render(int width, Terminal terminal) {
        int[] widths = widths(width);
        List<String> lines = new ArrayList<>();
        if (header.stream().anyMatch(heading -> !heading.isEmpty())) {
            addRow(lines, header, widths, terminal, Style.DIM, true);
        }
        for (Row row : rows) {
            addRow(lines, row.cells(), widths, terminal, row.style(), false);
        }
        return lines;
    }

    /** Each column as wide as its widest cell, cut down from the widest on until the table fits. */
    private int[] widths(int width) {
        int[] widths = new int[header.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = header.get(column).length();
            for (Row row : rows) {
                for (String line : row.cells().get(column).split("\n", -1)) {
                    widths[column] = Math.max(widths[column], line.length());
                }
            }
        }
        int room = width - GAP.length() * (widths.length - 1);
        int excess = Arrays.stream(widths).sum() - room;
        while (excess > 0) {
            int widest = 0;
            for (int column = 1; column < widths.length; column++) {
                widest = widths[column] >= widths[widest] ? column : widest;
            }
            widths[widest]--;
            excess--;
        }
        return widths;
    }

    private static void addRow(
            List<String> lines, List<String> cells, int[] widths, Terminal terminal, Style style, boolean wholeRow) {
        List<List<String>> wrapped = new ArrayList<>();
        int height = 1;
        for (int column = 0; column < widths.length; column++) {
            List<String> cell = TextWrap.wrap(cells.get(column), widths[column]);
            wrapped.add(cell);
            height = Math.max(height, cell.size());
        }
        for (int i = 0; i < height; i++) {
            StringBuilder line = new StringBuilder();
            int pending = 0;
            for (int column = 0; column < widths.length; column++) {
                List<String> cell = wrapped.get(column);
                String text = i < cell.size() ? cell.get(i) : "";
                if (!text.isEmpty()) {
                    line.append(" ".repeat(pending));
                    pending = 0;
                    line.append(wholeRow || column == 0 ? terminal.paint(style, text) : text);
                }
                pending += widths[column] - text.length() + GAP.length();
            }
            lines.add(line.toString());
        }
    }
}
