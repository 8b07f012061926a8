package io.djdbc.query.transaction;

import io.djdbc.query.TransactionManagementError;
import io.djdbc.query.execute.SqlErrors;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Savepoint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One thread's transaction: nested blocks are savepoints, or nothing where they were told to have none. */
final class OpenTransaction {

    private final Connection connection;
    private final Deque<Optional<String>> blocks = new ArrayDeque<>();
    private final Map<String, Savepoint> savepoints = new HashMap<>();
    private final List<CommitHook> hooks = new ArrayList<>();
    private boolean needsRollback;
    private int savepointNumber;

    OpenTransaction(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    boolean needsRollback() {
        return needsRollback;
    }

    void setNeedsRollback(boolean needed) {
        needsRollback = needed;
    }

    void refuseIfMarked() {
        if (needsRollback) {
            throw new TransactionManagementError("An error occurred in the current transaction. You can't execute"
                    + " queries until the end of the 'atomic' block.");
        }
    }

    boolean isOutermost() {
        return blocks.isEmpty();
    }

    /** A block without a savepoint, or in a block that is lost already, is undone with the one around it. */
    void push(boolean withSavepoint) {
        blocks.push(withSavepoint && !needsRollback ? Optional.of(newSavepoint()) : Optional.empty());
    }

    void pop(boolean failed) {
        Optional<String> savepoint = blocks.pop();
        if (failed || needsRollback) {
            needsRollback = savepoint.isEmpty();
            if (savepoint.isPresent()) {
                undo(savepoint.get());
            }
        } else if (savepoint.isPresent()) {
            keep(savepoint.get());
        }
    }

    private void undo(String savepoint) {
        try {
            rollback(savepoint);
            forget(savepoint);
        } catch (SQLException e) {
            needsRollback = true; // the block around is all that can still be undone
        }
    }

    private void keep(String savepoint) {
        try {
            forget(savepoint);
        } catch (SQLException e) {
            undo(savepoint);
            throw SqlErrors.translate(e);
        }
    }

    /** Commits or rolls back and gives the connection back; says whether it was committed. */
    boolean end(boolean failed, ConnectionSource source) {
        boolean commit = !failed && !needsRollback;
        SQLException problem = null;
        try {
            finish(commit);
        } catch (SQLException e) {
            problem = e;
        }
        try {
            source.release(connection);
        } catch (SQLException e) {
            problem = problem == null && commit ? e : problem;
        }
        if (problem != null && commit) {
            throw SqlErrors.translate(problem);
        }
        return commit;
    }

    private void finish(boolean commit) throws SQLException {
        boolean ended = false;
        try {
            if (commit) {
                connection.commit();
            } else {
                connection.rollback();
            }
            ended = true;
        } finally {
            if (!ended) {
                abandon();
            }
        }
        connection.setAutoCommit(true);
    }

    /** A commit that failed is rolled back; a rollback that failed leaves nothing but closing. */
    private void abandon() {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            closeQuietly();
        }
    }

    private void closeQuietly() {
        try {
            connection.close();
        } catch (SQLException e) {
            // it is dead already, and the caller gets the error that said so
        }
    }

    void add(Runnable hook, boolean robust) {
        List<String> within = new ArrayList<>();
        blocks.forEach(block -> block.ifPresent(within::add));
        hooks.add(new CommitHook(hook, robust, within));
    }

    void runHooks() {
        for (CommitHook hook : hooks) {
            hook.run();
        }
    }

    String savepoint() {
        return newSavepoint();
    }

    void rollbackTo(String savepoint) {
        try {
            rollback(savepoint);
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    void release(String savepoint) {
        try {
            forget(savepoint);
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    private String newSavepoint() {
        savepointNumber++;
        String name = "s" + Thread.currentThread().getId() + "_x" + savepointNumber;
        try {
            savepoints.put(name, connection.setSavepoint(name));
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
        return name;
    }

    /** Hooks that were registered since the savepoint are lost with it. */
    private void rollback(String name) throws SQLException {
        connection.rollback(known(name));
        hooks.removeIf(hook -> hook.isWithin(name));
    }

    private void forget(String name) throws SQLException {
        Savepoint savepoint = known(name);
        savepoints.remove(name);
        try {
            connection.releaseSavepoint(savepoint);
        } catch (SQLFeatureNotSupportedException e) {
            // Oracle has no such statement: its savepoints end with the transaction
        }
    }

    private Savepoint known(String name) {
        Savepoint savepoint = savepoints.get(name);
        if (savepoint == null) {
            throw new IllegalArgumentException("There is no savepoint " + name + " in this transaction");
        }
        return savepoint;
    }
}
