package io.djdbc.query;

import java.util.List;

/**
 * How {@link Manager#selectForUpdate(Lock)} locks.
 *
 * <pre>{@code
 * entries.selectForUpdate(Lock.UPDATE.skippingLocked()).filter("rating", 5);
 * }</pre>
 *
 * @param nowait a row that is locked is an error at once
 * @param skipLocked a row that is locked is left out
 * @param of the relations of {@code selectRelated()} whose rows are locked; {@code self} for this model's
 * @param noKey a weaker lock that lets others refer to the row (PostgreSQL)
 */
public record Lock(boolean nowait, boolean skipLocked, List<String> of, boolean noKey) {

    /** Waits until the rows are free. */
    public static final Lock UPDATE = new Lock(false, false, List.of(), false);

    public Lock {
        if (nowait && skipLocked) {
            throw new IllegalArgumentException("The nowait option cannot be used with skip_locked.");
        }
        of = List.copyOf(of);
    }

    public Lock orFail() {
        return new Lock(true, skipLocked, of, noKey);
    }

    public Lock skippingLocked() {
        return new Lock(nowait, true, of, noKey);
    }

    public Lock of(String... relations) {
        return new Lock(nowait, skipLocked, List.of(relations), noKey);
    }

    public Lock withoutKey() {
        return new Lock(nowait, skipLocked, of, true);
    }
}
