package io.djdbc.cli;

import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who connects: options of every command that opens a connection. */
public final class Login {
    /** Where a password comes from that neither the command line nor the URL has. */
    static final String PASSWORD_VARIABLE = "DJDBC_PASSWORD";

    @Option(names = "--user", paramLabel = "NAME", description = "User name, unless the URL has one.")
    private @Nullable String user;

    @Option(
            names = "--password",
            arity = "0..1",
            paramLabel = "PASSWORD",
            parameterConsumer = PasswordPrompt.class,
            description = "Without a value: asks for the password, or reads a line from a pipe. Better than a value,"
                    + " which other users can see in the list of processes. Default: the environment variable "
                    + PASSWORD_VARIABLE + ", or what the URL has.")
    private @Nullable String password;

    /** The user and password as JDBC's properties; nothing where none was given. */
    public Properties properties() {
        Properties properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        String secret = password(System.getenv());
        if (secret != null) {
            properties.setProperty("password", secret);
        }
        return properties;
    }

    private @Nullable String password(Map<String, String> environment) {
        return password != null ? password : environment.get(PASSWORD_VARIABLE);
    }
}
