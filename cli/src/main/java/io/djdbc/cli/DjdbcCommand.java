package io.djdbc.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code djdbc} itself; all work is in its subcommands. */
@Command(
        name = "djdbc",
        description = "A JDBC driver that wraps any other JDBC driver and gives it Django's database semantics.",
        subcommands = {DemoCommand.class, CheckCommand.class, SettingsCommand.class},
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 all is well, 1 something is wrong with the database or the settings,",
            "2 the command line is wrong.",
            "Jars on DJDBC_CLASSPATH are added, such as MySQL Connector/J or ojdbc, which are not bundled."
        })
final class DjdbcCommand {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help and exit.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Print the version and exit.")
    private boolean version;
}
