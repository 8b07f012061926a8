package io.djdbc.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in one line what went wrong, instead of a stack trace. */
final class Failure implements IExecutionExceptionHandler {
    private final PrintWriter err;

    Failure(PrintWriter err) {
        this.err = err;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        err.println("djdbc: " + failure.getMessage());
        return Main.FAILED;
    }
}
