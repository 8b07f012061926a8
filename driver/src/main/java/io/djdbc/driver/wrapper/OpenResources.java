package io.djdbc.driver.wrapper;

import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The statements, and the result sets without one of ours, that a connection has to close with itself because its
 * physical connection stays open. They are mostly closed in the reverse order, so the search starts at the end. Safe
 * for use by several threads, as connections are.
 */
final class OpenResources {
    private static final @Nullable JdbcWrapper[] NONE = {};

    private @Nullable JdbcWrapper[] resources = NONE;
    private int size;

    synchronized void add(JdbcWrapper resource) {
        if (size == resources.length) {
            dropClosed();
            if (size * 2 >= resources.length) {
                resources = Arrays.copyOf(resources, Math.max(8, resources.length * 2));
            }
        }
        resources[size++] = resource;
    }

    /** Result sets of metadata, and statements closed on completion, do not say so when they are closed. */
    private void dropClosed() {
        int open = 0;
        for (int i = 0; i < size; i++) {
            JdbcWrapper resource = resources[i];
            if (resource != null && !isClosed(resource)) {
                resources[open++] = resource;
            }
        }
        Arrays.fill(resources, open, size, null);
        size = open;
    }

    private static boolean isClosed(JdbcWrapper resource) {
        try {
            return resource.isTargetClosed();
        } catch (SQLException | RuntimeException e) {
            return false;
        }
    }

    synchronized boolean remove(JdbcWrapper resource) {
        for (int i = size - 1; i >= 0; i--) {
            if (resources[i] == resource) {
                size--;
                System.arraycopy(resources, i + 1, resources, i, size - i);
                resources[size] = null;
                return true;
            }
        }
        return false;
    }

    /** How many are held at the moment; closed ones among them are let go of when the space is needed. */
    synchronized int size() {
        return size;
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
