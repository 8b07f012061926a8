package io.djdbc.cli;

import io.djdbc.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;

/** One command line, run in this process. */
record CommandRun(int exitCode, String out, String err) {

    static CommandRun of(String... arguments) {
        return run(false, arguments);
    }

    static CommandRun onATerminal(String... arguments) {
        return run(true, arguments);
    }

    private static CommandRun run(boolean colours, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), colours, arguments);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }

    String all() {
        return out + err;
    }

    /** The longest line of the output. */
    int width() {
        return out.lines().mapToInt(String::length).max().orElse(0);
    }

    boolean fitsATerminal() {
        return width() <= Terminal.WIDTH;
    }

    /** The lines that begin with the first of these words, and have all of them. */
    long linesWith(String... words) {
        return out.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(words[0]) && Stream.of(words).allMatch(line::contains))
                .count();
    }
}
