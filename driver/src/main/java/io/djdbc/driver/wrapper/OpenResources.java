package io.djdbc.driver.wrapper;

import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The statements, and the result sets without one of ours, that a connection has to close with itself because its
 * physical connection stays open. They are mostly closed in the reverse order, so the search starts at the end. Safe for use by several threads, as
 * connections are.
 */
final class OpenResources {
    private @Nullable JdbcWrapper[] resources = new @Nullable JdbcWrapper[8];
    private int size;

    synchronized void add(JdbcWrapper resource) {
        if (size == resources.length) {
            resources = Arrays.copyOf(resources, size * 2);
        }
        resources[size++] = resource;
    }

    synchronized void remove(JdbcWrapper resource) {
        for (int i = size - 1; i >= 0; i--) {
            if (resources[i] == resource) {
                size--;
                System.arraycopy(resources, i + 1, resources, i, size - i);
                resources[size] = null;
                return;
            }
        }
    }

    /** Closes all, newest first, whatever they say to that. */
    void closeAll() {
        for (JdbcWrapper last = takeLast(); last != null; last = takeLast()) {
            try {
                last.closeTarget();
            } catch (SQLException | RuntimeException e) {
                // its connection is checked before it is used again
            }
        }
    }

    private synchronized @Nullable JdbcWrapper takeLast() {
        if (size == 0) {
            return null;
        }
        JdbcWrapper last = resources[--size];
        resources[size] = null;
        return last;
    }
}
