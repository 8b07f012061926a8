package io.djdbc.driver.wrapper;

import java.sql.SQLException;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** What the application has bound to each parameter, so that it can be bound to another statement. Used by one thread. */
final class Bindings {

    /** Binds a value to the statement in use, at a position. */
    interface Binding {
        void bind(int position) throws SQLException;
    }

    private final @Nullable Binding[] values;
    /** Which binding each parameter has, in the order in which they were made; 0: none. */
    private final int[] ages;

    private final BitSet empty;
    private int newest;

    /** @param count how many parameters there are */
    Bindings(int count) {
        values = new @Nullable Binding[count + 1];
        ages = new int[count + 1];
        empty = new BitSet();
    }

    /** A copy, for a row of a batch. */
    private Bindings(Bindings other) {
        values = other.values.clone();
        ages = other.ages.clone();
        empty = (BitSet) other.empty.clone();
        newest = other.newest;
    }

    Bindings copy() {
        return new Bindings(this);
    }

    boolean hasParameter(int number) {
        return number > 0 && number < values.length;
    }

    int count() {
        return values.length - 1;
    }

    /** Which parameters are bound to ''. */
    BitSet empty() {
        return empty;
    }

    void put(int number, @Nullable Binding value, boolean isEmpty) {
        values[number] = value;
        ages[number] = ++newest;
        empty.set(number, isEmpty);
    }

    @Nullable
    Binding value(int number) {
        return values[number];
    }

    int age(int number) {
        return ages[number];
    }

    void clear() {
        java.util.Arrays.fill(values, null);
        java.util.Arrays.fill(ages, 0);
        empty.clear();
    }
}
