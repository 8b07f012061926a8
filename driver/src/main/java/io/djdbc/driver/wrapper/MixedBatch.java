package io.djdbc.driver.wrapper;

import java.sql.BatchUpdateException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Queue;

/**
 * A batch whose rows need different statements. The rows up to the first that differs are the vendor's at once; those
 * after it are kept, and run in their order, as batches of rows that need the same. Used by one thread.
 */
final class MixedBatch {

    /** What it needs of its statement. */
    interface Rows {
        /** The statement for the rows that come next, ready to be run. */
        PreparedStatement start(StatementVariant variant) throws SQLException;

        StatementVariant find(Bindings row) throws SQLException;

        void add(Bindings row) throws SQLException;
    }

    private final StatementVariant first;
    private final BitSet empty;
    private final Queue<Bindings> later = new ArrayDeque<>();

    MixedBatch(StatementVariant first, BitSet empty) {
        this.first = first;
        this.empty = (BitSet) empty.clone();
    }

    StatementVariant first() {
        return first;
    }

    /** Whether a row can be added to the vendor's first batch. */
    boolean continues(BitSet rowsEmpty) {
        return later.isEmpty() && rowsEmpty.equals(empty);
    }

    void later(Bindings row) {
        later.add(row);
    }

    long[] runAll(boolean large, Rows rows) throws SQLException {
        UpdateCounts counts = new UpdateCounts(later.size());
        counts.add(run(rows.start(first), large));
        while (!later.isEmpty()) {
            try {
                runNext(large, rows, counts);
            } catch (BatchUpdateException e) {
                counts.add(counts(e));
                throw withCounts(e, counts.all());
            } catch (SQLException e) {
                throw withCounts(e, counts.all());
            }
        }
        return counts.all();
    }

    /** Runs the rows that come next and need the same statement. They are let go, with their values. */
    private void runNext(boolean large, Rows rows, UpdateCounts counts) throws SQLException {
        Bindings row = later.element();
        BitSet same = row.empty();
        PreparedStatement statement = rows.start(rows.find(row));
        try {
            do {
                rows.add(later.remove());
            } while (!later.isEmpty() && later.element().empty().equals(same));
        } catch (SQLException e) {
            clear(statement, e);
            throw e;
        }
        counts.add(run(statement, large));
    }

    /** The rows that it has already must not be run with the next batch. */
    private static void clear(PreparedStatement statement, SQLException failure) {
        try {
            statement.clearBatch();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    static long[] run(PreparedStatement statement, boolean large) throws SQLException {
        if (large) {
            return statement.executeLargeBatch();
        }
        int[] counts = statement.executeBatch();
        long[] longs = new long[counts.length];
        for (int i = 0; i < counts.length; i++) {
            longs[i] = counts[i];
        }
        return longs;
    }

    /** The vendor's error, which counts only the rows of its own batch, as one that counts all. */
    private static BatchUpdateException withCounts(SQLException e, long[] counts) {
        BatchUpdateException all =
                new BatchUpdateException(e.getMessage(), e.getSQLState(), e.getErrorCode(), counts, e);
        if (e.getNextException() != null) {
            all.setNextException(e.getNextException());
        }
        return all;
    }

    private static long[] counts(BatchUpdateException e) {
        long[] counts = e.getLargeUpdateCounts();
        return counts == null ? new long[0] : counts;
    }

    static int[] toInts(long[] counts) {
        int[] ints = new int[counts.length];
        for (int i = 0; i < counts.length; i++) {
            ints[i] = (int) counts[i];
        }
        return ints;
    }
}
