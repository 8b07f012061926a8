package io.djdbc.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** {@code --password} with a value takes it; without one (also when a URL or option follows) it asks. */
@SuppressWarnings("JdkObsolete") // picocli hands the arguments over in a Stack
final class PasswordPrompt implements IParameterConsumer {
    @Override
    public void consumeParameters(Stack<String> rest, ArgSpec option, CommandSpec command) {
        boolean hasValue =
                !rest.isEmpty() && !rest.peek().startsWith("-") && !rest.peek().startsWith("jdbc:");
        option.setValue(hasValue ? rest.pop() : ask());
    }

    private static String ask() {
        Console console = System.console();
        if (console != null) {
            char[] typed = console.readPassword("Password: ");
            return typed == null ? "" : new String(typed);
        }
        try {
            // not closed: standard input is not ours
            BufferedReader input = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
            String line = input.readLine();
            return line == null ? "" : line;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
