package io.djdbc.query.value;

import io.djdbc.query.json.Json;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.FieldType;
import io.djdbc.query.model.ForeignKey;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How one database holds values, as Django stores them there: the way to a parameter ({@link #toDatabase}, {@link #bind})
 * and back from a row ({@link #reader(Field)}). Immutable; safe for use by several threads.
 *
 * <pre>{@code
 * DatabaseValues sqlite = DatabaseValues.of("sqlite");
 * sqlite.toDatabase(FieldType.DURATION, Duration.ofHours(8));     // 28800000000L, microseconds
 * sqlite.toDatabase(FieldType.UUID, uuid);                        // 32 hexadecimal digits
 * }</pre>
 */
public abstract class DatabaseValues {

    private static final DatabaseValues SQLITE = new SqliteValues();
    private static final DatabaseValues POSTGRESQL = new PostgreSqlValues();
    private static final DatabaseValues MARIADB = new MySqlValues(true);
    private static final DatabaseValues MYSQL = new MySqlValues(false);
    private static final DatabaseValues ORACLE = new OracleValues();
    private static final DatabaseValues H2 = new H2Values();

    DatabaseValues() {}

    /**
     * By a dialect's name: sqlite, postgresql, mariadb, mysql, oracle, h2; those that speak PostgreSQL's protocol have
     * its values.
     *
     * @throws IllegalArgumentException for a database that models cannot be stored in
     */
    public static DatabaseValues of(String dialect) {
        switch (dialect) {
            case "sqlite":
                return SQLITE;
            case "postgresql", "cockroachdb", "yugabytedb":
                return POSTGRESQL;
            case "mariadb":
                return MARIADB;
            case "mysql":
                return MYSQL;
            case "oracle":
                return ORACLE;
            case "h2":
                return H2;
            default:
                throw new IllegalArgumentException("no values are known for the database '" + dialect
                        + "'; there are those of sqlite, postgresql, mariadb, mysql, oracle and h2");
        }
    }

    /**
     * Django's {@code get_db_prep_value()}: what is bound for a value that {@link Prepared} has made. Null stays null.
     * A pure function.
     */
    public final @Nullable Object toDatabase(FieldType type, @Nullable Object prepared) {
        if (prepared == null) {
            return null;
        }
        if (type == FieldType.JSON) {
            return json(Json.write(prepared));
        }
        if (prepared instanceof Long whole) {
            return bindsWholeByType() ? whole(type, whole) : whole;
        }
        if (prepared instanceof LocalDate date) {
            return date(date);
        }
        if (prepared instanceof Instant instant) {
            return dateTime(instant);
        }
        if (prepared instanceof LocalTime time) {
            return time(time);
        }
        if (prepared instanceof Duration duration) {
            return duration(duration);
        }
        if (prepared instanceof UUID uuid) {
            return uuid(uuid);
        }
        if (type == FieldType.GENERIC_IP_ADDRESS && prepared instanceof String text) {
            return text.isEmpty() ? null : address(text);
        }
        return prepared;
    }

    /** Whether {@link #toDatabase(FieldType, Object)} leaves all prepared values of the type as they are. */
    public final boolean bindsAsPrepared(FieldType type) {
        if (type.isInteger()) {
            return !bindsWholeByType();
        }
        switch (type) {
            case FLOAT:
            case DECIMAL:
            case BOOLEAN:
            case BINARY:
                return true;
            default:
                return type.isText();
        }
    }

    /**
     * As {@link #toDatabase(FieldType, Object)}, for a value that is to be saved in the field's column: where '' is NULL,
     * a foreign key is never ''.
     */
    public final @Nullable Object toDatabase(Field field, @Nullable Object prepared) {
        boolean noKey = field instanceof ForeignKey && emptyStringsAreNulls() && "".equals(prepared);
        return noKey ? null : toDatabase(field.valueField().type(), prepared);
    }

    /**
     * Django's {@code get_default()}: the field's default; '' for a text that cannot be null, or is on a database where
     * '' is NULL; else null.
     */
    public final @Nullable Object defaultValue(Field field) {
        Object value = field.defaultValue();
        boolean empty = value == null && emptyStringsAreNulls() && field.type().emptyStringsAllowed();
        return !empty || field.hasDefault() ? value : field.type() == FieldType.BINARY ? new byte[0] : "";
    }

    /** Django's {@code interprets_empty_strings_as_nulls}. */
    public boolean emptyStringsAreNulls() {
        return false;
    }

    /** Whether {@link #whole} does anything. */
    boolean bindsWholeByType() {
        return false;
    }

    /** An integer of a column or an expression of a type. */
    Object whole(FieldType type, Long value) {
        return value;
    }

    Object date(LocalDate date) {
        return date;
    }

    Object dateTime(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    Object time(LocalTime time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    Object duration(Duration duration) {
        return TimeText.micros(duration);
    }

    Object uuid(UUID uuid) {
        return uuid.toString().replace("-", "");
    }

    Object json(String text) {
        return text;
    }

    Object address(String text) {
        return text;
    }

    /**
     * Binds what {@link #toDatabase} made, or any other value of its classes.
     *
     * @param index from 1
     */
    public void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.NULL);
        } else if (value instanceof String text) {
            statement.setString(index, text);
        } else if (value instanceof Number number) {
            bindNumber(statement, index, number);
        } else if (value instanceof Boolean flag) {
            statement.setBoolean(index, flag);
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(index, bytes);
        } else {
            statement.setObject(index, value);
        }
    }

    /** The smallest type that holds it, as in SQL text; a {@code bigint} would fit fewer functions. */
    final void bindNumber(PreparedStatement statement, int index, Number number) throws SQLException {
        if (number instanceof Double || number instanceof Float) {
            statement.setDouble(index, number.doubleValue());
        } else if (number instanceof BigDecimal decimal) {
            bindDecimal(statement, index, decimal);
        } else if (number instanceof BigInteger big) {
            bindBig(statement, index, big);
        } else if (number.longValue() == number.intValue()) {
            statement.setInt(index, number.intValue());
        } else {
            statement.setLong(index, number.longValue());
        }
    }

    /** An integer beyond 64 bits. */
    void bindBig(PreparedStatement statement, int index, BigInteger big) throws SQLException {
        bindDecimal(statement, index, new BigDecimal(big));
    }

    void bindDecimal(PreparedStatement statement, int index, BigDecimal decimal) throws SQLException {
        statement.setBigDecimal(index, decimal);
    }

    /** Of the field's column: a value as the Java attribute has it, after converters; of a foreign key, the raw key. */
    public ValueReader reader(Field field) {
        return FieldReaders.reader(this, field);
    }

    /** Whether the driver's {@code getInt()} cuts what does not fit, without a word. */
    boolean cutsIntegers() {
        return false;
    }

    /** How a column of the field may be read without its {@link #reader(Field)}. */
    public final ReadKind readKind(Field field) {
        return FieldReaders.kind(this, field);
    }

    /**
     * Of a computed value: integers as Long, floats Double, decimals BigDecimal, dates LocalDate, points in time Instant,
     * times LocalTime, durations Duration, JSON as {@link Json} has it, else as the type says.
     */
    public ValueReader reader(FieldType type) {
        switch (type) {
            case FLOAT:
                return DatabaseValues::readDouble;
            case DECIMAL:
                return this::readDecimal;
            case BOOLEAN:
                return this::readBoolean;
            case DATE:
                return this::readDate;
            case DATE_TIME:
                return this::readDateTime;
            case TIME:
                return this::readTime;
            case DURATION:
                return this::readDuration;
            case UUID:
                return this::readUuid;
            case JSON:
                return this::readJson;
            case BINARY:
                return this::readBinary;
            case GENERIC_IP_ADDRESS:
                return ResultSet::getString;
            default:
                return type.isInteger()
                        ? DatabaseValues::readLong
                        : type.isText() ? this::readText : ResultSet::getObject;
        }
    }

    static @Nullable Object readLong(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return value == 0 && row.wasNull() ? null : (Object) value;
    }

    private static @Nullable Object readDouble(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return value == 0 && row.wasNull() ? null : (Object) value;
    }

    @Nullable
    Object readText(ResultSet row, int column) throws SQLException {
        return row.getString(column);
    }

    @Nullable
    Object readDecimal(ResultSet row, int column) throws SQLException {
        return row.getBigDecimal(column);
    }

    @Nullable
    Object readBinary(ResultSet row, int column) throws SQLException {
        return row.getBytes(column);
    }

    /** Of a column with so many decimals. */
    @Nullable
    Object readDecimal(ResultSet row, int column, int places) throws SQLException {
        return readDecimal(row, column);
    }

    @Nullable
    Object readBoolean(ResultSet row, int column) throws SQLException {
        boolean value = row.getBoolean(column);
        return !value && row.wasNull() ? null : (Object) value;
    }

    @Nullable
    Object readDate(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    @Nullable
    Object readDateTime(ResultSet row, int column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    @Nullable
    Object readTime(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalTime.class);
    }

    @Nullable
    Object readDuration(ResultSet row, int column) throws SQLException {
        long micros = row.getLong(column);
        return micros == 0 && row.wasNull() ? null : TimeText.ofMicros(micros);
    }

    @Nullable
    Object readUuid(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : Prepared.prepare(FieldType.UUID, null, text);
    }

    @Nullable
    Object readJson(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : Json.parse(text);
    }
}
