package io.djdbc.query.execute;

import io.djdbc.query.RowIterator;
import io.djdbc.query.row.RowReader;
import io.djdbc.query.transaction.Lease;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Rows of a statement as they are asked for; holds a connection until the last. */
public final class RowCursor implements RowIterator<@Nullable Object> {

    private final Lease lease;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private final RowReader reader;
    private final boolean ownTransaction;
    private boolean hasRow;
    private boolean closed;

    private RowCursor(Lease lease, PreparedStatement statement, ResultSet rows, RowReader reader, boolean own)
            throws SQLException {
        this.lease = lease;
        this.statement = statement;
        this.rows = rows;
        this.reader = reader;
        this.ownTransaction = own;
        this.hasRow = rows.next();
        if (!hasRow) {
            close();
        }
    }

    /** Rows that are there already. */
    public static <T> RowIterator<T> of(Iterator<T> rows) {
        return new RowIterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public T next() {
                return rows.next();
            }

            @Override
            public void close() {}
        };
    }

    /** Runs the statement; {@code chunk} rows come at a time, if the driver can. */
    public static RowIterator<@Nullable Object> open(
            Backend backend, String sql, @Nullable Object[] parameters, int chunk, RowReader reader) {
        Lease lease = backend.transactions().lease();
        boolean opened = false;
        PreparedStatement statement = null;
        try {
            // PostgreSQL's driver reads in chunks in a transaction only
            boolean own = lease.isAutoCommit() && backend.isPostgresql();
            if (own) {
                lease.connection().setAutoCommit(false);
            }
            statement = new Statements(backend).prepare(lease.connection(), sql, parameters);
            statement.setFetchSize(fetchSize(backend, lease, chunk));
            RowCursor cursor = new RowCursor(lease, statement, statement.executeQuery(), reader, own);
            opened = true;
            return cursor;
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        } finally {
            if (!opened) {
                abandon(lease, statement);
            }
        }
    }

    /**
     * MySQL's own driver reads a whole result ahead but for this size, which has it read row by row; until the last one
     * nothing else can be sent, so that a transaction's connection, which others share, does without.
     */
    private static int fetchSize(Backend backend, Lease lease, int chunk) throws SQLException {
        boolean streams = backend.dialectName().equals("mysql")
                && lease.isAutoCommit()
                && lease.connection().getMetaData().getDriverName().startsWith("MySQL");
        return streams ? Integer.MIN_VALUE : chunk;
    }

    private static void abandon(Lease lease, @Nullable PreparedStatement statement) {
        try {
            if (statement != null) {
                statement.close();
            }
            if (lease.isAutoCommit() && !lease.connection().getAutoCommit()) {
                lease.connection().rollback();
                lease.connection().setAutoCommit(true);
            }
        } catch (SQLException e) {
            // the error that brought us here says more
        }
        lease.close();
    }

    @Override
    public boolean hasNext() {
        return hasRow;
    }

    @Override
    public @Nullable Object next() {
        if (!hasRow) {
            throw new NoSuchElementException();
        }
        try {
            Object row = reader.read(rows);
            hasRow = rows.next();
            if (!hasRow) {
                close();
            }
            return row;
        } catch (SQLException e) {
            close();
            throw SqlErrors.translate(e);
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        hasRow = false;
        try (Lease toEnd = lease) {
            rows.close();
            statement.close();
            if (ownTransaction) {
                toEnd.connection().commit();
                toEnd.connection().setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }
}
