package io.djdbc.query.value;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** MySQL and MariaDB: dates go as text, in UTC, so that no driver's idea of a time zone comes between. */
final class MySqlValues extends DatabaseValues {

    private final boolean mariadb;

    MySqlValues(boolean mariadb) {
        this.mariadb = mariadb;
    }

    @Override
    Object date(LocalDate date) {
        return date.toString();
    }

    @Override
    Object dateTime(Instant instant) {
        return TimeText.dateTime(instant);
    }

    @Override
    Object time(LocalTime time) {
        return TimeText.time(time);
    }

    /** MariaDB has a type for it since 10.7. */
    @Override
    Object uuid(UUID uuid) {
        return mariadb ? uuid.toString() : super.uuid(uuid);
    }

    @Override
    @Nullable
    Object readDate(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : TimeText.parseDate(text);
    }

    @Override
    @Nullable
    Object readDateTime(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : TimeText.parseDateTime(text);
    }

    @Override
    @Nullable
    Object readTime(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : TimeText.parseTime(text);
    }
}
