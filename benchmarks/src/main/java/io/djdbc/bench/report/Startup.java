package io.djdbc.bench.report;

import io.djdbc.bench.startup.Database;
import io.djdbc.bench.startup.FreshJvm;
import io.djdbc.bench.subject.Subject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** "Fresh JVM to first row": one start of each subject after the other, in rounds. */
final class Startup {
    private static final Limit NATIVE = Limit.ratio(1.3);
    private static final Limit DEFAULT = Limit.ratio(1.35);

    private final PrintStream progress;

    Startup(PrintStream progress) {
        this.progress = progress;
    }

    List<Row> measure(String jdk, Path java, List<Subject> subjects, List<Database> databases, int rounds)
            throws IOException, InterruptedException {
        var jvm = new FreshJvm(java);
        var rows = new ArrayList<Row>();
        for (var database : databases) {
            var row = Limits.row("fresh JVM to first row, " + jdk + ", " + database.title(), false, NATIVE, DEFAULT);
            var failed = new HashSet<Subject>();
            // the first start fills the file system's cache and is not counted
            for (int round = -1; round < rounds; round++) {
                for (var subject : subjects) {
                    if (failed.contains(subject)) {
                        continue;
                    }
                    try {
                        var start = jvm.start(subject, database);
                        if (round >= 0) {
                            row.add(
                                    subject.title(),
                                    new Figure(start.wallMillis() * 1e6, start.cpuMillis() * 1e6, Double.NaN));
                        }
                    } catch (IOException e) {
                        failed.add(subject);
                        progress.println("  not measured: "
                                + String.valueOf(e.getMessage())
                                        .lines()
                                        .limit(3)
                                        .toList());
                    }
                }
            }
            rows.add(row);
        }
        return rows;
    }
}
