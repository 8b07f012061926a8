package io.djdbc.query.value;

import io.djdbc.query.model.FieldType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** H2 has types for all but durations. */
final class H2Values extends DatabaseValues {

    @Override
    Object uuid(UUID uuid) {
        return uuid;
    }

    /** H2 compares a {@code bigint} with an {@code integer} by converting one of them for each row. */
    @Override
    boolean bindsWholeByType() {
        return true;
    }

    /** As the column has it. */
    @Override
    Object whole(FieldType type, Long value) {
        boolean small = switch (type) {
            case AUTO, INTEGER, POSITIVE_INTEGER, SMALL_AUTO, SMALL_INTEGER, POSITIVE_SMALL_INTEGER -> true;
            default -> false;
        };
        return small && value == value.intValue() ? (Object) value.intValue() : value;
    }

    @Override
    public void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value instanceof Long whole) {
            statement.setLong(index, whole);
        } else {
            super.bind(statement, index, value);
        }
    }
}
