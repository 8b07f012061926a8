package io.djdbc.query.value;

import io.djdbc.query.json.Json;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.FieldType;
import io.djdbc.query.model.ForeignKey;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Oracle: points in time without a zone in UTC, times of day in 1900, booleans as numbers, '' and NULL as one. */
final class OracleValues extends DatabaseValues {

    /** The day that Django gives a time of day. */
    private static final LocalDate TIMES_DAY = LocalDate.of(1900, 1, 1);

    @Override
    public boolean emptyStringsAreNulls() {
        return true;
    }

    /** A key that is '' is none. */
    @Override
    public ValueReader reader(Field field) {
        ValueReader reader = super.reader(field);
        if (!(field instanceof ForeignKey)) {
            return reader;
        }
        return (row, column) -> {
            Object value = reader.read(row, column);
            return "".equals(value) ? null : value;
        };
    }

    /** The driver may give NULL as ''. */
    @Override
    @Nullable
    Object readUuid(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null || text.isEmpty() ? null : Prepared.prepare(FieldType.UUID, null, text);
    }

    /** The driver may give NULL as ''. */
    @Override
    @Nullable
    Object readJson(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null || text.isEmpty() ? null : Json.parse(text);
    }

    /** NULL is no bytes. */
    @Override
    @Nullable
    Object readBinary(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? new byte[0] : bytes;
    }

    @Override
    Object dateTime(Instant instant) {
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    @Override
    Object time(LocalTime time) {
        return LocalDateTime.of(TIMES_DAY, time.truncatedTo(ChronoUnit.MICROS));
    }

    @Override
    Object duration(Duration duration) {
        return duration;
    }

    @Override
    public void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.VARCHAR);
        } else if (value instanceof Boolean flag) {
            statement.setInt(index, flag ? 1 : 0);
        } else {
            super.bind(statement, index, value);
        }
    }

    /** NULL is ''. */
    @Override
    @Nullable
    Object readText(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    @Override
    @Nullable
    Object readBoolean(ResultSet row, int column) throws SQLException {
        int value = row.getInt(column);
        return value == 0 && row.wasNull() ? null : (Object) (value != 0);
    }

    @Override
    @Nullable
    Object readDate(ResultSet row, int column) throws SQLException {
        LocalDateTime value = local(row, column);
        return value == null ? null : value.toLocalDate();
    }

    @Override
    @Nullable
    Object readDateTime(ResultSet row, int column) throws SQLException {
        LocalDateTime value = local(row, column);
        return value == null ? null : value.toInstant(ZoneOffset.UTC);
    }

    @Override
    @Nullable
    Object readTime(ResultSet row, int column) throws SQLException {
        LocalDateTime value = local(row, column);
        return value == null ? null : value.toLocalTime();
    }

    private static @Nullable LocalDateTime local(ResultSet row, int column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toLocalDateTime();
    }

    @Override
    @Nullable
    Object readDuration(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        return value == null || value instanceof Duration ? value : IntervalText.parse(value.toString());
    }
}
