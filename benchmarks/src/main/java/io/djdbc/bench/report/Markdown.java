package io.djdbc.bench.report;

import io.djdbc.bench.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The report as Markdown tables: times as ratios, then bytes per operation. */
final class Markdown {
    private Markdown() {}

    static String of(String title, List<Row> rows) {
        var subjects =
                rows.stream().flatMap(r -> r.subjects().stream()).distinct().toList();
        var text = new StringBuilder("\n### " + title + "\n\n");
        text.append("| (base) | ").append(String.join(" | ", subjects)).append(" |\n");
        text.append("|---|").append("---|".repeat(subjects.size())).append('\n');
        for (var row : rows) {
            text.append("| ")
                    .append(row.title())
                    .append(" (")
                    .append(time(row.baseNanos()))
                    .append(") | ");
            text.append(subjects.stream().map(s -> ratio(row, s)).collect(Collectors.joining(" | ")));
            text.append(" |\n");
        }
        if (rows.stream().anyMatch(r -> subjects.stream().anyMatch(s -> !Double.isNaN(r.bytes(s))))) {
            text.append("\n| bytes allocated per operation | ")
                    .append(String.join(" | ", subjects))
                    .append(" |\n|---|")
                    .append("---|".repeat(subjects.size()))
                    .append('\n');
            for (var row : rows) {
                if (row.title().endsWith(Row.CPU_TIME)) {
                    continue;
                }
                text.append("| ").append(row.title()).append(" | ");
                text.append(subjects.stream().map(s -> bytes(row.bytes(s))).collect(Collectors.joining(" | ")));
                text.append(" |\n");
            }
        }
        return text.toString();
    }

    /** Our figures that are over their limits, a line each. */
    static List<String> over(List<Row> rows) {
        var over = new ArrayList<String>();
        for (var row : rows) {
            for (var subject : row.subjects()) {
                if (isOver(row, subject)) {
                    over.add(row.title() + ", " + subject + ": " + number(row.ratio(subject)) + " " + row.limit(subject)
                            + byHand(row));
                }
            }
        }
        return over;
    }

    private static String byHand(Row row) {
        double byHand = row.ratio(Subject.LIMIT.title());
        return Double.isNaN(byHand) ? "" : " (the hand-written wrapper: " + number(byHand) + ")";
    }

    private static boolean isOver(Row row, String subject) {
        @Nullable Limit limit = row.limit(subject);
        return limit != null && !limit.isMet(row.ratio(subject), row.baseNanos(), row.bytes(subject));
    }

    private static String ratio(Row row, String subject) {
        var ratios = row.ratios(subject);
        if (ratios.length == 0) {
            return "–";
        }
        var text = number(row.ratio(subject));
        if (ratios.length > 1) {
            text += " (" + number(Row.median(ratios)) + ", " + number(ratios[0]) + "–"
                    + number(ratios[ratios.length - 1]) + ")";
        }
        var limit = row.limit(subject);
        if (limit != null) {
            text += " " + limit + (isOver(row, subject) ? " **over**" : " ✓");
        }
        return text;
    }

    static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f", value);
    }

    private static String bytes(double bytes) {
        return Double.isNaN(bytes) ? "–" : String.format(Locale.ROOT, "%,.0f", bytes);
    }

    private static String time(double nanos) {
        TimeUnit unit = Rounds.unit(nanos);
        return switch (unit) {
            case NANOSECONDS -> number(nanos) + " ns";
            case MICROSECONDS -> number(nanos / 1e3) + " µs";
            default -> number(nanos / 1e6) + " ms";
        };
    }
}
