package io.djdbc.query.value;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** PostgreSQL has types for everything; what JDBC has no type for goes as an object of the driver's, or untyped. */
final class PostgreSqlValues extends DatabaseValues {

    @Override
    Object duration(Duration duration) {
        return duration;
    }

    @Override
    Object uuid(UUID uuid) {
        return uuid;
    }

    @Override
    Object json(String text) {
        return new PostgreSqlText("jsonb", text);
    }

    @Override
    Object address(String text) {
        return new PostgreSqlText("inet", text);
    }

    @Override
    public void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value instanceof PostgreSqlText text) {
            text.bind(statement, index);
        } else if (value instanceof Duration duration) {
            new PostgreSqlText("interval", PostgreSqlText.interval(duration)).bind(statement, index);
        } else if (value instanceof List<?> list) {
            // the type of its elements is what the statement says
            statement.setObject(index, PostgreSqlText.array(list), Types.OTHER);
        } else {
            super.bind(statement, index, value);
        }
    }

    @Override
    @Nullable
    Object readDateTime(ResultSet row, int column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    @Override
    @Nullable
    Object readDuration(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : IntervalText.parse(text);
    }

    @Override
    @Nullable
    Object readUuid(ResultSet row, int column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
