package io.djdbc.driver.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits INIT_COMMAND into its statements, as not every vendor's driver takes several at once. */
final class InitCommand {

    private InitCommand() {}

    /** The statements between semicolons outside of quotes; a procedural block is one statement. */
    static List<String> statements(String command) {
        List<String> statements = new ArrayList<>();
        String start = command.stripLeading().toUpperCase(Locale.ROOT);
        if (start.startsWith("BEGIN") || start.startsWith("DECLARE") || start.startsWith("DO ")) {
            statements.add(command);
            return statements;
        }
        int from = 0;
        char quote = 0;
        for (int i = 0; i < command.length(); i++) {
            char c = command.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"' || c == '`') {
                quote = c;
            } else if (c == ';') {
                add(statements, command.substring(from, i));
                from = i + 1;
            }
        }
        add(statements, command.substring(from));
        return statements;
    }

    private static void add(List<String> statements, String statement) {
        if (!statement.isBlank()) {
            statements.add(statement.strip());
        }
    }
}
