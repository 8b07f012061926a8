package io.djdbc.driver.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The application of the scenarios: it keeps Django's atomic blocks above any JDBC connection, so that what these do to
 * the connection below can be compared. Its refusals are the application's own and say nothing of the driver.
 */
final class AtomicBlocks {

    /** The connection below. */
    interface Database {
        /** The connection, opened or checked where that is due. */
        Connection use() throws SQLException, Refused;

        /** Whether there is a physical connection. */
        boolean isConnected();

        /** Django's close: of the physical connection. */
        void close() throws SQLException;
    }

    /** An error of the application itself. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String djangoClass) {
            super(djangoClass);
        }
    }

    private final Database database;
    private final Deque<Boolean> blocks = new ArrayDeque<>();
    private final Deque<Optional<Savepoint>> savepoints = new ArrayDeque<>();
    private boolean inBlock;
    private boolean commitOnExit;
    private boolean needsRollback;
    private boolean closedInBlock;
    private boolean forgotten;
    private int savepointNumber;
    private Savepoint byHand;

    AtomicBlocks(Database database) {
        this.database = database;
    }

    boolean isInBlock() {
        return inBlock;
    }

    boolean needsRollback() {
        return needsRollback;
    }

    /** The block that is open has lost its connection. */
    boolean isClosedInBlock() {
        return closedInBlock && inBlock;
    }

    /** That connection is forgotten, and another one not allowed. */
    boolean isForgotten() {
        return forgotten && isClosedInBlock();
    }

    void connectionClosed() {
        if (inBlock) {
            closedInBlock = true;
            needsRollback = true;
        }
    }

    void connectionOpened() {
        inBlock = false;
        needsRollback = false;
        closedInBlock = false;
        forgotten = false;
        savepoints.clear();
    }

    void refuseInBlock() throws Refused {
        if (inBlock) {
            throw new Refused("TransactionManagementError");
        }
    }

    void refuseOutside() throws Refused {
        if (!inBlock) {
            throw new Refused("TransactionManagementError");
        }
    }

    void setNeedsRollback(boolean needed) throws Refused {
        refuseOutside();
        needsRollback = needed;
    }

    /** An error of the object-relational mapper. */
    void markedError() {
        needsRollback |= inBlock;
    }

    void enter(boolean savepoint, boolean durable) throws SQLException, Refused {
        if (durable && !blocks.isEmpty()) {
            throw new Refused("RuntimeError");
        }
        if (!inBlock) {
            commitOnExit = true;
            needsRollback = false;
            if (database.isConnected() ? !database.use().getAutoCommit() : !opened().getAutoCommit()) {
                inBlock = true;
                commitOnExit = false;
            }
        }
        if (inBlock) {
            savepoints.push(savepoint && !needsRollback ? Optional.of(savepoint()) : Optional.empty());
        } else {
            database.use().setAutoCommit(false);
            inBlock = true;
        }
        blocks.push(true);
    }

    private Connection opened() throws SQLException, Refused {
        return database.use();
    }

    private Savepoint savepoint() throws SQLException, Refused {
        savepointNumber++;
        return database.use().setSavepoint("s_x" + savepointNumber);
    }

    void exit(boolean withError) throws SQLException, Refused {
        if (blocks.isEmpty()) {
            return; // it was not entered
        }
        blocks.pop();
        Optional<Savepoint> savepoint = Optional.empty();
        if (savepoints.isEmpty()) {
            inBlock = false;
        } else {
            savepoint = savepoints.pop();
        }
        try {
            if (!closedInBlock) {
                if (withError || needsRollback) {
                    undo(savepoint);
                } else {
                    keep(savepoint);
                }
            }
        } finally {
            leave();
        }
    }

    private void keep(Optional<Savepoint> savepoint) throws SQLException, Refused {
        try {
            if (!inBlock) {
                database.use().commit();
            } else if (savepoint.isPresent()) {
                database.use().releaseSavepoint(savepoint.get());
            }
        } catch (SQLException e) {
            try {
                if (inBlock) {
                    rollBackTo(savepoint.orElseThrow());
                } else {
                    database.use().rollback();
                }
            } catch (SQLException second) {
                if (inBlock) {
                    needsRollback = true;
                } else {
                    database.close();
                }
            }
            throw e;
        }
    }

    private void undo(Optional<Savepoint> savepoint) throws SQLException, Refused {
        needsRollback = inBlock && savepoint.isEmpty();
        try {
            if (!inBlock) {
                database.use().rollback();
            } else if (savepoint.isPresent()) {
                rollBackTo(savepoint.get());
            }
        } catch (SQLException e) {
            if (inBlock) {
                needsRollback = true;
            } else {
                database.close();
            }
        }
    }

    private void rollBackTo(Savepoint savepoint) throws SQLException, Refused {
        database.use().rollback(savepoint);
        database.use().releaseSavepoint(savepoint);
    }

    private void leave() throws SQLException, Refused {
        if (!inBlock) {
            if (closedInBlock) {
                closedInBlock = false;
            } else {
                database.use().setAutoCommit(true);
            }
        } else if (savepoints.isEmpty() && !commitOnExit) {
            forgotten = closedInBlock;
            inBlock = closedInBlock;
        }
    }

    /** A savepoint by hand; false with auto-commit on, when there can be none. */
    boolean setSavepoint() throws SQLException, Refused {
        if (database.use().getAutoCommit()) {
            return false;
        }
        byHand = savepoint();
        return true;
    }

    void rollBackToSavepoint() throws SQLException, Refused {
        database.use().rollback(byHand);
    }

    void releaseSavepoint() throws SQLException, Refused {
        database.use().releaseSavepoint(byHand);
    }
}
