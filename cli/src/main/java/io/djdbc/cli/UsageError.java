package io.djdbc.cli;

import io.djdbc.driver.settings.Masking;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with the command line, without repeating what might be a secret. */
final class UsageError implements IParameterExceptionHandler {
    private final PrintWriter err;

    UsageError(PrintWriter err) {
        this.err = err;
    }

    @Override
    public int handleParseException(ParameterException error, String[] arguments) {
        CommandLine command = error.getCommandLine();
        err.println("djdbc: " + message(error, command));
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return Main.USAGE;
    }

    private static String message(ParameterException error, CommandLine command) {
        if (error instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().get(0);
            if (first.startsWith("-")) {
                return "unknown option " + first.split("=", 2)[0];
            }
            boolean aCommand = command.getParent() == null && !first.contains(":");
            return aCommand
                    ? "unknown command " + first
                    : "there are more arguments than " + command.getCommandName() + " takes";
        }
        return Masking.text(String.valueOf(error.getMessage()));
    }
}
