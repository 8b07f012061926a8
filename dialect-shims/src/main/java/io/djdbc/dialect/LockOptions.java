package io.djdbc.dialect;

import java.util.List;

/**
 * What {@code SELECT … FOR UPDATE} is asked for.
 *
 * @param of tables or columns, quoted; empty for all
 */
public record LockOptions(boolean nowait, boolean skipLocked, boolean noKey, List<String> of) {

    public LockOptions {
        of = List.copyOf(of);
    }
}
