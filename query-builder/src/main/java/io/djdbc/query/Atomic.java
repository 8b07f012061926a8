package io.djdbc.query;

/**
 * What kind of block {@link Database#atomic} begins.
 *
 * <pre>{@code
 * db.atomic(Atomic.DURABLE, () -> { … });
 * }</pre>
 */
public enum Atomic {
    /** A transaction, or inside of one a savepoint. */
    SAVEPOINT(true, false),
    /** A transaction, or a part of the one around, which is lost as a whole if this part fails. */
    NO_SAVEPOINT(false, false),
    /** A transaction, never inside of another one: what it did is durable when it ends. */
    DURABLE(true, true);

    private final boolean savepoint;
    private final boolean durable;

    Atomic(boolean savepoint, boolean durable) {
        this.savepoint = savepoint;
        this.durable = durable;
    }

    boolean hasSavepoint() {
        return savepoint;
    }

    boolean isDurable() {
        return durable;
    }
}
