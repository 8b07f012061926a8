package io.djdbc.driver.wrapper;

import java.sql.BatchUpdateException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

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
    private final List<Bindings> later = new ArrayList<>();

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
        long[] counts = run(rows.start(first), large);
        int at = 0;
        while (at < later.size()) {
            BitSet same = later.get(at).empty();
            StatementVariant variant = rows.find(later.get(at));
            PreparedStatement statement = rows.start(variant);
            while (at < later.size() && later.get(at).empty().equals(same)) {
                rows.add(later.get(at++));
            }
            counts = joined(counts, run(statement, large, counts));
        }
        return counts;
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

    private static long[] run(PreparedStatement statement, boolean large, long[] before) throws SQLException {
        try {
            return run(statement, large);
        } catch (BatchUpdateException e) {
            throw withCounts(e, joined(before, counts(e)));
        } catch (SQLException e) {
            throw withCounts(e, before);
        }
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

    private static long[] joined(long[] before, long[] after) {
        long[] all = Arrays.copyOf(before, before.length + after.length);
        System.arraycopy(after, 0, all, before.length, after.length);
        return all;
    }

    static int[] toInts(long[] counts) {
        int[] ints = new int[counts.length];
        for (int i = 0; i < counts.length; i++) {
            ints[i] = (int) counts[i];
        }
        return ints;
    }
}
