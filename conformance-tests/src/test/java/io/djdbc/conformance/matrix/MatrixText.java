package io.djdbc.conformance.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The matrix for a terminal: plain text, no colours, so that it reads the same in a log. */
final class MatrixText {

    private static final int MESSAGE_LENGTH = 160;
    private final Matrix matrix;

    MatrixText(Matrix matrix) {
        this.matrix = matrix;
    }

    String render() {
        StringBuilder out = new StringBuilder("\nConformance: suite x database\n\n");
        table(out);
        databases(out);
        notes(out);
        details(out);
        out.append('\n')
                .append(matrix.passed())
                .append(" passed, ")
                .append(matrix.failed())
                .append(" failed, ")
                .append(matrix.notRun())
                .append(" not run\n");
        if (!matrix.ranOnServers()) {
            out.append("\nWARNING: no database with a server of its own was run. ")
                    .append("What holds here holds in this process only.\n");
        }
        return out.append('\n').toString();
    }

    private void table(StringBuilder out) {
        List<String> columns = matrix.columns();
        List<List<String>> lines = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("suite"));
        head.addAll(columns);
        lines.add(head);
        for (Map.Entry<String, Map<String, Cell>> suite : matrix.suites().entrySet()) {
            List<String> line = new ArrayList<>(List.of(suite.getKey()));
            for (String column : columns) {
                Cell cell = suite.getValue().get(column);
                line.add(cell == null ? "-" : describe(cell));
            }
            lines.add(line);
        }
        int[] widths = new int[head.size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder("  ");
            for (int i = 0; i < widths.length; i++) {
                text.append(line.get(i))
                        .append(" ".repeat(widths[i] - line.get(i).length() + 2));
            }
            out.append(text.toString().stripTrailing()).append('\n');
        }
    }

    /** {@code 12 passed}, {@code 2 FAILED of 12}, {@code not run}. */
    static String describe(Cell cell) {
        int run = cell.passedCount() + cell.failedCount();
        if (cell.failedCount() > 0) {
            return cell.failedCount() + " FAILED of " + run;
        }
        if (run == 0) {
            return "not run";
        }
        return cell.passedCount() + " passed" + (cell.notRunCount() > 0 ? ", " + cell.notRunCount() + " not run" : "");
    }

    private void databases(StringBuilder out) {
        out.append('\n');
        for (Matrix.Database database : matrix.databases()) {
            out.append("  ").append(database.name()).append(": ");
            if (database.ran()) {
                out.append(database.version()).append(", ").append(database.origin());
            } else {
                out.append("NOT RUN: ").append(database.reason());
            }
            out.append('\n');
        }
    }

    private void notes(StringBuilder out) {
        out.append('\n');
        matrix.suites()
                .forEach((suite, cells) -> cells.forEach((database, cell) -> cell.notes()
                        .forEach(note -> out.append("  ")
                                .append(suite)
                                .append(" on ")
                                .append(database)
                                .append(": ")
                                .append(note)
                                .append('\n'))));
    }

    private void details(StringBuilder out) {
        matrix.suites()
                .forEach((suite, cells) -> cells.forEach((database, cell) -> {
                    for (Cell.Failure failure : cell.failures()) {
                        out.append("\n  FAILED ")
                                .append(suite)
                                .append(" on ")
                                .append(database)
                                .append(": ")
                                .append(failure.test())
                                .append(": ")
                                .append(shortened(failure.message()));
                    }
                    if (cell.notRunCount() > 0 && !isWholeDatabase(database)) {
                        out.append("\n  not run ")
                                .append(suite)
                                .append(" on ")
                                .append(database)
                                .append(": ")
                                .append(shortened(String.join("; ", cell.reasons())));
                    }
                }));
        out.append('\n');
    }

    /** Then the reason has been told once already. */
    private boolean isWholeDatabase(String name) {
        return matrix.databases().stream().anyMatch(database -> database.name().equals(name) && !database.ran());
    }

    private static String shortened(String message) {
        String line = message.strip().replaceAll("\\s+", " ");
        return line.length() <= MESSAGE_LENGTH ? line : line.substring(0, MESSAGE_LENGTH) + "…";
    }
}
