package io.djdbc.cli;

import io.djdbc.cli.terminal.Terminal;
import java.io.BufferedOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The program: reads the arguments, runs a command, ends with its exit code. */
public final class Main {
    /** The command did what it was asked for, and found nothing wrong. */
    public static final int OK = 0;

    /** Something is wrong: a bad setting, no connection, a failed query. */
    public static final int FAILED = 1;

    /** The command line itself is wrong. */
    public static final int USAGE = 2;

    private Main() {}

    /** Runs the command and ends the JVM. */
    public static void main(String[] args) {
        // warnings are part of a command's report; the log would print them a second time
        if (System.getProperty("java.util.logging.config.file") == null) {
            Logger.getLogger("").setLevel(Level.OFF);
        }
        // not the platform's charset: under LANG=C it would turn every dash into a question mark
        StandardOutput standard = new StandardOutput();
        PrintWriter out = new PrintWriter(new BufferedOutputStream(standard), true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int exitCode = run(out, standard::isReaderGone, err, Ansi.AUTO.enabled(), args);
        err.flush();
        System.exit(exitCode);
    }

    /**
     * Runs one command line.
     *
     * @param colours whether {@code out} is a terminal that wants colours
     * @return {@link #OK}, {@link #FAILED} or {@link #USAGE}
     */
    public static int run(PrintWriter out, PrintWriter err, boolean colours, String... args) {
        return run(out, () -> false, err, colours, args);
    }

    private static int run(
            PrintWriter out, BooleanSupplier readerGone, PrintWriter err, boolean colours, String... args) {
        CommandLine commandLine = new CommandLine(new DjdbcCommand(), new Commands(new Terminal(out, colours)));
        commandLine.setOut(out);
        commandLine.setErr(err);
        commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(colours ? Ansi.ON : Ansi.OFF));
        commandLine.setUsageHelpWidth(Terminal.WIDTH);
        commandLine.setExecutionExceptionHandler(new Failure(err));
        commandLine.setParameterExceptionHandler(new UsageError(err));
        int exitCode = commandLine.execute(args);
        // a full disk: what should be there is not, and the caller must learn of it
        if (out.checkError() && exitCode == OK && !readerGone.getAsBoolean()) {
            err.println("djdbc: the output could not be written whole.");
            return FAILED;
        }
        return exitCode;
    }
}
