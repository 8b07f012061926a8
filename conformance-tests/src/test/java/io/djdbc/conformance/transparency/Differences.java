package io.djdbc.conformance.transparency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The differences between the bare and the wrapped driver that djdbc declares: the tables of
 * {@code docs/differences.md}, and nowhere else.
 */
final class Differences {

    /** One row: where, which calls ({@code *} stands for anything), what the bare driver says and what djdbc. */
    record Difference(String mode, List<String> databases, String call, Pattern calls, Pattern bare, Pattern djdbc) {

        boolean explains(Transcript.Line bareLine, Transcript.Line djdbcLine) {
            return calls.matcher(bareLine.call()).matches()
                    && bare.matcher(bareLine.answer()).matches()
                    && djdbc.matcher(djdbcLine.answer()).matches();
        }
    }

    private Differences() {}

    /** The differences of a mode, {@code native} or {@code defaults}, on a database. */
    static List<Difference> declared(String mode, String database) {
        List<Difference> declared = new ArrayList<>();
        for (String line : lines()) {
            List<String> cells = Arrays.stream(line.split("(?<!\\\\)\\|", -1))
                    .map(String::strip)
                    .toList();
            // | mode | databases | call | bare driver | djdbc | why |
            if (cells.size() != 8 || !cells.get(1).matches("native|defaults|both")) {
                continue;
            }
            List<String> databases = List.of(cells.get(2).split("\\s*,\\s*"));
            boolean here = databases.contains("all") || databases.contains(database);
            if (here && (cells.get(1).equals("both") || cells.get(1).equals(mode))) {
                declared.add(new Difference(
                        cells.get(1),
                        databases,
                        cells.get(3),
                        pattern(cells.get(3)),
                        pattern(cells.get(4)),
                        pattern(cells.get(5))));
            }
        }
        return declared;
    }

    private static List<String> lines() {
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("docs/differences.md");
            if (Files.exists(file)) {
                try {
                    return Files.readAllLines(file);
                } catch (IOException e) {
                    throw new IllegalStateException(file + " cannot be read", e);
                }
            }
        }
        throw new IllegalStateException("no docs/differences.md above " + here);
    }

    /** The cell's text, without the back-ticks, with {@code *} for anything. */
    private static Pattern pattern(String cell) {
        StringBuilder regex = new StringBuilder();
        for (String part : cell.replace("`", "").replace("\\|", "|").split("\\*", -1)) {
            regex.append(regex.length() == 0 ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
