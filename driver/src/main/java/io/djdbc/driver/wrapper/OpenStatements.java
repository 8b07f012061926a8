package io.djdbc.driver.wrapper;

import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The statements that a connection has to close with itself because its physical connection stays open. Statements
 * are mostly closed in the reverse order, so the search starts at the end. Safe for use by several threads, as
 * connections are.
 */
final class OpenStatements {
    private @Nullable StatementWrapper[] statements = new @Nullable StatementWrapper[8];
    private int size;

    synchronized void add(StatementWrapper statement) {
        if (size == statements.length) {
            statements = Arrays.copyOf(statements, size * 2);
        }
        statements[size++] = statement;
    }

    synchronized void remove(StatementWrapper statement) {
        for (int i = size - 1; i >= 0; i--) {
            if (statements[i] == statement) {
                size--;
                System.arraycopy(statements, i + 1, statements, i, size - i);
                statements[size] = null;
                return;
            }
        }
    }

    /** Closes all, newest first, whatever they say to that. */
    void closeAll() {
        for (StatementWrapper last = takeLast(); last != null; last = takeLast()) {
            try {
                last.delegate.close();
            } catch (SQLException | RuntimeException e) {
                // its connection is checked before it is used again
            }
        }
    }

    private synchronized @Nullable StatementWrapper takeLast() {
        if (size == 0) {
            return null;
        }
        StatementWrapper last = statements[--size];
        statements[size] = null;
        return last;
    }
}
