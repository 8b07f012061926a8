package io.djdbc.query.lookup;

import io.djdbc.query.expression.Bindings;
import io.djdbc.query.expression.Conversion;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Fragment;
import io.djdbc.query.expression.Parameter;
import io.djdbc.query.expression.SqlContext;
import io.djdbc.query.expression.ValueType;
import io.djdbc.query.model.FieldType;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import org.jspecify.annotations.Nullable;

/** A year, compared as the range of its dates, so that an index on the column is of use. */
final class YearLookup extends CompareLookup {

    /** The last one that Django's dates have. */
    private static final int LAST_YEAR = 9999;

    private static final LocalTime LAST = LocalTime.of(23, 59, 59, 999_999_000);

    private YearLookup(String name, Extract left, Operand right) {
        super(name, left, right);
    }

    static Lookup create(String name, Extract left, @Nullable Object value) {
        Lookup plain = CompareLookup.create(name, left, value);
        return new YearLookup(name, left, plain.right());
    }

    @Override
    protected Lookup with(Expression newLeft, Operand newRight) {
        return newLeft instanceof Extract extract
                ? new YearLookup(name(), extract, newRight)
                : new CompareLookup(name(), newLeft, newRight);
    }

    @Override
    protected Fragment sql(SqlContext context) {
        if (!(right() instanceof Operand.Direct year)) {
            return super.sql(context);
        }
        Extract extract = (Extract) left();
        Fragment column = leftSql(context, extract.operand());
        Fragment first = bound(context, extract, year, false);
        Fragment last = bound(context, extract, year, true);
        return switch (name()) {
            case "gt" -> Fragment.fill("{0} > {1}", column, last);
            case "gte" -> Fragment.fill("{0} >= {1}", column, first);
            case "lt" -> Fragment.fill("{0} < {1}", column, first);
            case "lte" -> Fragment.fill("{0} <= {1}", column, last);
            default -> Fragment.fill("{0} BETWEEN {1} AND {2}", column, first, last);
        };
    }

    private static Fragment bound(SqlContext context, Extract extract, Operand.Direct year, boolean last) {
        ValueType type = extract.operand().valueType();
        String zone = type.type() == FieldType.DATE_TIME ? context.zone() : null;
        Conversion conversion = year.conversion()
                .then(new Bound(extract.part().equals("iso_year"), last, zone))
                .then(Bindings.toDatabase(ValueType.of(type.type()), context.syntax()));
        return Fragment.of("?", Parameter.of(year.slot(), conversion, type.type()));
    }

    /** The first or last day, or point in time, of a year. */
    private record Bound(
            boolean iso, boolean last, @Nullable String zone) implements Conversion {
        @Override
        public @Nullable Object convert(@Nullable Object value) {
            if (!(value instanceof Number number)) {
                return value;
            }
            if (number.longValue() < 1 || number.longValue() > LAST_YEAR) {
                throw new IllegalArgumentException("year " + number + " is out of range: 1 to " + LAST_YEAR);
            }
            int year = number.intValue();
            LocalDate day = iso
                    ? last ? firstOfWeekYear(year + 1).minusDays(1) : firstOfWeekYear(year)
                    : last ? LocalDate.of(year, 12, 31) : LocalDate.of(year, 1, 1);
            if (zone == null) {
                return day;
            }
            return LocalDateTime.of(day, last ? LAST : LocalTime.MIN)
                    .atZone(ZoneId.of(zone))
                    .toInstant();
        }

        private static LocalDate firstOfWeekYear(int year) {
            return LocalDate.of(year, 1, 4)
                    .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, 1)
                    .with(DayOfWeek.MONDAY);
        }
    }
}
