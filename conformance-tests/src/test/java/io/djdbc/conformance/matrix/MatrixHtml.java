package io.djdbc.conformance.matrix;

import java.util.Map;

/** The matrix as one page that needs nothing beside itself. */
final class MatrixHtml {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>djdbc conformance</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
            table { border-collapse: collapse; margin: 1rem 0; width: 100%; }
            th, td { border: 1px solid #8886; padding: .35rem .6rem; text-align: left; vertical-align: top; }
            th small { font-weight: normal; display: block; }
            td.passed { background: #2a93; } td.failed { background: #d335; font-weight: bold; }
            td.not-run { background: #ec04; } td.none { color: #8888; }
            .warning { border-left: .3rem solid #d33; padding: .5rem 1rem; background: #d332; }
            pre { white-space: pre-wrap; margin: .3rem 0; }
            </style>
            </head>
            <body>
            <h1>djdbc conformance</h1>
            """;

    private final Matrix matrix;
    private final StringBuilder out = new StringBuilder(HEAD);

    MatrixHtml(Matrix matrix) {
        this.matrix = matrix;
    }

    String render() {
        out.append("<p>Java ").append(escaped(Runtime.version().toString())).append(": ");
        out.append(matrix.passed()).append(" passed, ").append(matrix.failed()).append(" failed, ");
        out.append(matrix.notRun()).append(" not run.</p>\n");
        if (!matrix.ranOnServers()) {
            out.append("<p class=\"warning\">No database with a server of its own was run. ")
                    .append("What holds here holds in one process only.</p>\n");
        }
        out.append("<table>\n<tr><th>suite</th>");
        for (String column : matrix.columns()) {
            out.append("<th>").append(escaped(column)).append(about(column)).append("</th>");
        }
        out.append("</tr>\n");
        matrix.suites().forEach(this::row);
        out.append("</table>\n");
        details();
        return out.append("</body>\n</html>\n").toString();
    }

    private String about(String column) {
        for (Matrix.Database database : matrix.databases()) {
            if (database.name().equals(column)) {
                return "<small>"
                        + escaped(
                                database.ran()
                                        ? database.version() + ", " + database.origin()
                                        : "not run: " + database.reason())
                        + "</small>";
            }
        }
        return "<small>asks no database</small>";
    }

    private void row(String suite, Map<String, Cell> cells) {
        out.append("<tr><th>").append(escaped(suite)).append("</th>");
        for (String column : matrix.columns()) {
            Cell cell = cells.get(column);
            if (cell == null) {
                out.append("<td class=\"none\">–</td>");
            } else {
                out.append("<td class=\"")
                        .append(cell.outcome().replace(' ', '-'))
                        .append("\">")
                        .append(escaped(MatrixText.describe(cell)))
                        .append("</td>");
            }
        }
        out.append("</tr>\n");
    }

    private void details() {
        matrix.suites()
                .forEach((suite, cells) -> cells.forEach((database, cell) -> {
                    for (Cell.Failure failure : cell.failures()) {
                        out.append("<h3>")
                                .append(escaped(suite + " on " + database + ": " + failure.test()))
                                .append("</h3>\n<pre>")
                                .append(escaped(failure.message()))
                                .append("</pre>\n");
                    }
                    for (String note : cell.notes()) {
                        out.append("<p>")
                                .append(escaped(suite + " on " + database + ": " + note))
                                .append("</p>\n");
                    }
                    for (String reason : cell.reasons()) {
                        out.append("<p>")
                                .append(escaped(suite + " on " + database + ": " + reason))
                                .append("</p>\n");
                    }
                }));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
