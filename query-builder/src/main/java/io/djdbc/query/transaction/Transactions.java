package io.djdbc.query.transaction;

import io.djdbc.query.TransactionManagementError;
import io.djdbc.query.Work;
import io.djdbc.query.execute.SqlErrors;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The transactions of one database: each thread has at most one open, which holds a connection. Without one every
 * operation takes a connection of its own, in auto-commit mode.
 *
 * <p>Safe for use by several threads, each of which sees its own transaction only.
 */
public final class Transactions {

    private final ConnectionSource source;
    private final ThreadLocal<OpenTransaction> open = new ThreadLocal<>();

    public Transactions(ConnectionSource source) {
        this.source = source;
    }

    /** Whether this thread is in an atomic block. */
    public boolean isOpen() {
        return open.get() != null;
    }

    /**
     * The connection for one operation.
     *
     * @throws TransactionManagementError if the open block is marked for rollback
     */
    public Lease lease() {
        OpenTransaction transaction = open.get();
        if (transaction != null) {
            transaction.refuseIfMarked();
            return new Lease(source, transaction.connection(), false);
        }
        try {
            Connection connection = source.acquire();
            return new Lease(source, connection, true);
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    /** Runs work in a block; see {@link #enter}. */
    public <R, E extends Exception> R atomic(boolean savepoint, boolean durable, Work<R, E> work) throws E {
        enter(savepoint, durable);
        boolean done = false;
        R result;
        try {
            result = work.run();
            done = true;
        } finally {
            if (!done) {
                exit(true);
            }
        }
        exit(false);
        return result;
    }

    /** Runs work whose failure leaves an open transaction half done, which is marked for rollback then. */
    public void marked(Runnable work) {
        boolean done = false;
        try {
            work.run();
            done = true;
        } finally {
            if (!done) {
                markForRollbackIfOpen();
            }
        }
    }

    /**
     * Enters a block.
     *
     * @param savepoint whether a nested block is undone on its own
     * @param durable whether the block must be the outermost one
     */
    public void enter(boolean savepoint, boolean durable) {
        OpenTransaction transaction = open.get();
        if (transaction != null) {
            if (durable) {
                throw new IllegalStateException("A durable atomic block cannot be nested within another atomic block.");
            }
            transaction.push(savepoint);
            return;
        }
        Connection connection = null;
        try {
            connection = source.acquire();
            if (connection.getAutoCommit()) {
                connection.setAutoCommit(false);
            }
            open.set(new OpenTransaction(connection));
        } catch (SQLException e) {
            releaseQuietly(connection, e);
            throw SqlErrors.translate(e);
        }
    }

    /** Leaves the innermost block: with an error its work is undone, without one it is kept. */
    public void exit(boolean failed) {
        OpenTransaction transaction = transaction("atomic");
        if (!transaction.isOutermost()) {
            transaction.pop(failed);
            return;
        }
        open.remove();
        boolean committed = transaction.end(failed, source);
        if (committed) {
            transaction.runHooks();
        }
    }

    /** Runs {@code hook} after the commit; at once where no transaction is open. */
    public void onCommit(Runnable hook, boolean robust) {
        OpenTransaction transaction = open.get();
        if (transaction == null) {
            CommitHook.of(hook, robust).run();
        } else {
            transaction.add(hook, robust);
        }
    }

    /** Whether the innermost block will be rolled back at its end. */
    public boolean isMarkedForRollback() {
        return transaction("The rollback flag").needsRollback();
    }

    /** Marks the innermost block, or takes the mark back. */
    public void markForRollback(boolean rollback) {
        transaction("The rollback flag").setNeedsRollback(rollback);
    }

    /** An error inside of an operation of several statements: what is done is only half done. */
    public void markForRollbackIfOpen() {
        OpenTransaction transaction = open.get();
        if (transaction != null) {
            transaction.setNeedsRollback(true);
        }
    }

    /** Sets a savepoint; null outside of a transaction, as in Django. */
    public @Nullable String savepoint() {
        OpenTransaction transaction = open.get();
        return transaction == null ? null : transaction.savepoint();
    }

    public void rollbackTo(@Nullable String savepoint) {
        OpenTransaction transaction = open.get();
        if (transaction != null && savepoint != null) {
            transaction.rollbackTo(savepoint);
        }
    }

    public void release(@Nullable String savepoint) {
        OpenTransaction transaction = open.get();
        if (transaction != null && savepoint != null) {
            transaction.release(savepoint);
        }
    }

    private OpenTransaction transaction(String what) {
        OpenTransaction transaction = open.get();
        if (transaction == null) {
            throw new TransactionManagementError(what + " doesn't work outside of an 'atomic' block.");
        }
        return transaction;
    }

    private void releaseQuietly(@Nullable Connection connection, SQLException cause) {
        if (connection != null) {
            try {
                source.release(connection);
            } catch (SQLException e) {
                cause.addSuppressed(e);
            }
        }
    }
}
