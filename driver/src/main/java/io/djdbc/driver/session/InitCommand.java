package io.djdbc.driver.session;

import io.djdbc.dialect.Dialect;
import io.djdbc.dialect.SqlSyntax;
import io.djdbc.driver.sql.Lexer;
import io.djdbc.driver.sql.TokenKind;
import io.djdbc.driver.sql.Tokens;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * INIT_COMMAND, split once into its statements, as not every vendor's driver takes several at once. Semicolons in
 * literals, names and comments separate nothing; a program ({@code BEGIN … END}, {@code CREATE TRIGGER … BEGIN … END})
 * is one statement up to the end of the text. It may hold a secret and is never shown. Immutable.
 */
final class InitCommand {

    private final List<String> statements;

    InitCommand(String command, SqlSyntax syntax) {
        statements = statements(command, syntax);
    }

    void run(Connection physical) throws SQLException {
        try (Statement statement = physical.createStatement()) {
            for (int i = 0; i < statements.size(); i++) {
                try {
                    statement.execute(statements.get(i));
                } catch (SQLException e) {
                    throw failed(i + 1, e);
                }
            }
        }
    }

    /** Whether it may change how the session reads SQL. */
    boolean changesSyntax(Dialect dialect) {
        for (int i = 0; i < statements.size(); i++) {
            if (dialect.changesSyntax(statements.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Vendors' messages quote SQL, which may hold a secret here: only their codes are passed on. */
    private SQLException failed(int number, SQLException error) {
        return new SQLException(
                "INIT_COMMAND: statement " + number + " of " + statements.size() + " failed (SQLState "
                        + error.getSQLState() + ", vendor code " + error.getErrorCode()
                        + "). The database's own message is left out, as it"
                        + " may quote a secret: run the statement by hand to read it, and mend the setting.",
                error.getSQLState(),
                error.getErrorCode());
    }

    /** Without those that hold nothing but white space and comments. */
    static List<String> statements(String command, SqlSyntax syntax) {
        Tokens tokens = new Lexer(syntax).lex(command);
        List<String> statements = new ArrayList<>();
        int first = 0;
        int from = 0;
        for (int i = 0; i <= tokens.size(); i++) {
            boolean last = i == tokens.size();
            if (!last && isProgram(tokens, first, i)) {
                statements.add(command.substring(from).strip());
                break;
            }
            if (last || tokens.kind(i) == TokenKind.SEMICOLON) {
                int end = last ? command.length() : tokens.start(i);
                if (i > first) {
                    statements.add(command.substring(from, end).strip());
                }
                first = i + 1;
                from = last ? end : tokens.end(i);
            }
        }
        return statements;
    }

    /** Whether the token begins the body of a program, in which semicolons end the body's statements. */
    private static boolean isProgram(Tokens tokens, int first, int i) {
        if (i == first) {
            return tokens.isWord(i, "DECLARE") && !isCursor(tokens, i)
                    || tokens.isWord(i, "BEGIN") && !beginsTransaction(tokens, i + 1);
        }
        return tokens.isWord(i, "BEGIN") && tokens.isWord(first, "CREATE");
    }

    /** SQL's own DECLARE c CURSOR FOR …, which is a statement. */
    private static boolean isCursor(Tokens tokens, int declare) {
        for (int i = declare + 1; i < declare + 8; i++) {
            if (tokens.isWord(i, "CURSOR")) {
                return !tokens.isWord(i + 1, "IS");
            }
        }
        return false;
    }

    private static boolean beginsTransaction(Tokens tokens, int i) {
        return tokens.kind(i) == 0
                || tokens.kind(i) == TokenKind.SEMICOLON
                || tokens.isWord(i, "TRANSACTION")
                || tokens.isWord(i, "TRAN")
                || tokens.isWord(i, "WORK")
                || tokens.isWord(i, "DEFERRED")
                || tokens.isWord(i, "IMMEDIATE")
                || tokens.isWord(i, "EXCLUSIVE")
                || tokens.isWord(i, "CONCURRENT")
                || tokens.isWord(i, "ISOLATION")
                || tokens.isWord(i, "READ")
                || tokens.isWord(i, "DEFERRABLE")
                || tokens.isWord(i, "NOT") && tokens.isWord(i + 1, "DEFERRABLE");
    }
}
