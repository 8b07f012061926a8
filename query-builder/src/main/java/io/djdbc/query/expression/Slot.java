package io.djdbc.query.expression;

import org.jspecify.annotations.Nullable;

/**
 * The place of a user's value in a query. Compiled SQL refers to slots, not to values, so that it can be run again with
 * other values of the same kind. A slot without a number always has the value that it was made with.
 */
public final class Slot {

    private final int number;
    private final @Nullable Object value;

    private Slot(int number, @Nullable Object value) {
        this.number = number;
        this.value = value;
    }

    /** A slot for good with this value. */
    public static Slot of(@Nullable Object value) {
        return new Slot(-1, value);
    }

    /**
     * A slot that takes its value from the arguments of a run.
     *
     * @param number its index in the arguments
     * @param sample a value of the kind that it will have; a query is built with it
     */
    public static Slot numbered(int number, @Nullable Object sample) {
        return new Slot(number, sample);
    }

    /** The index in the arguments of a run, or -1. */
    public int number() {
        return number;
    }

    /** The value that the query was built with. */
    public @Nullable Object value() {
        return value;
    }

    /** A slot for good with the value of a run with these arguments. */
    public Slot bound(@Nullable Object[] arguments) {
        return number < 0 ? this : of(arguments[number]);
    }

    /** The value of a run with these arguments. */
    public @Nullable Object value(@Nullable Object[] arguments) {
        return number < 0 ? value : arguments[number];
    }

    @Override
    public String toString() {
        return number < 0 ? "slot" : "slot " + number;
    }
}
