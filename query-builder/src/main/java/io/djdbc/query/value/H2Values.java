package io.djdbc.query.value;

import java.util.UUID;

/** H2 has types for all but durations. */
final class H2Values extends DatabaseValues {

    @Override
    Object uuid(UUID uuid) {
        return uuid;
    }
}
