package io.djdbc.query.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** SQLite has neither dates nor decimals: the ones are text in UTC, the others what its column makes of the text. */
final class SqliteValues extends DatabaseValues {

    /** What a float holds for sure. */
    private static final MathContext FLOAT = new MathContext(15, RoundingMode.HALF_EVEN);

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

    @Override
    boolean cutsIntegers() {
        return true;
    }

    @Override
    void bindDecimal(PreparedStatement statement, int index, BigDecimal decimal) throws SQLException {
        statement.setString(index, decimal.toString());
    }

    @Override
    @Nullable
    Object readDecimal(ResultSet row, int column) throws SQLException {
        Object stored = row.getObject(column);
        if (stored == null) {
            return null;
        }
        BigDecimal decimal =
                stored instanceof Double number ? new BigDecimal(number) : new BigDecimal(stored.toString());
        BigDecimal rounded = decimal.round(FLOAT);
        return rounded.signum() == 0 ? BigDecimal.ZERO : plain(rounded);
    }

    private static BigDecimal plain(BigDecimal decimal) {
        BigDecimal stripped = decimal.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    @Override
    @Nullable
    Object readDecimal(ResultSet row, int column, int places) throws SQLException {
        Object decimal = readDecimal(row, column);
        return decimal == null ? null : ((BigDecimal) decimal).setScale(places, RoundingMode.HALF_EVEN);
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
