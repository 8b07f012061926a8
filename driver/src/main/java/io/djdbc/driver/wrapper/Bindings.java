package io.djdbc.driver.wrapper;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** What the application has bound to each parameter, so that it can be bound to another statement. Used by one thread. */
final class Bindings {
    private static final BitSet NOTHING = new BitSet(0);

    /** Binds a value to the statement in use, at a position. */
    interface Binding {
        void bind(int position) throws SQLException;
    }

    /** A String or Integer or Long stands for itself, as most are; everything else is a {@link Binding}. */
    private final @Nullable Object[] values;

    private @Nullable BitSet empty;
    private @Nullable BitSet pending;

    /** @param values by the numbers of the parameters, from 1 on; changed here from now on */
    Bindings(@Nullable Object[] values) {
        this(values, null);
    }

    private Bindings(@Nullable Object[] values, @Nullable BitSet empty) {
        this.values = values;
        this.empty = empty;
    }

    /** A copy, for a row of a batch. */
    Bindings copy() {
        return new Bindings(values.clone(), empty == null ? null : (BitSet) empty.clone());
    }

    int count() {
        return values.length - 1;
    }

    /** Which parameters are bound to ''; not to be changed. */
    BitSet empty() {
        BitSet known = empty;
        return known == null ? NOTHING : known;
    }

    /** Which parameters wait to be bound; not to be changed. */
    BitSet pending() {
        BitSet known = pending;
        return known == null ? NOTHING : known;
    }

    void allBound() {
        pending = null;
    }

    /** @param later whether it waits until the statement is run */
    void put(int number, Object value, boolean isEmpty, boolean later) {
        values[number] = value;
        if (isEmpty || empty != null) {
            empty = changed(empty, number, isEmpty);
        }
        if (later || pending != null) {
            pending = changed(pending, number, later);
        }
    }

    private static @Nullable BitSet changed(@Nullable BitSet set, int number, boolean present) {
        BitSet changed = set == null ? new BitSet() : set;
        changed.set(number, present);
        return changed.isEmpty() ? null : changed;
    }

    @Nullable
    Object value(int number) {
        return values[number];
    }

    void clear() {
        Arrays.fill(values, null);
        empty = null;
        pending = null;
    }
}
