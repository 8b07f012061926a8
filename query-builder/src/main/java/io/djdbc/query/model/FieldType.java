package io.djdbc.query.model;

/** Django's types of fields, by their internal type ({@code get_internal_type()}). */
public enum FieldType {
    /** Only in annotations: the type that goes with the Java type. */
    AUTOMATIC("", Family.NONE),
    AUTO("AutoField", Family.INTEGER),
    BIG_AUTO("BigAutoField", Family.INTEGER),
    SMALL_AUTO("SmallAutoField", Family.INTEGER),
    INTEGER("IntegerField", Family.INTEGER),
    BIG_INTEGER("BigIntegerField", Family.INTEGER),
    SMALL_INTEGER("SmallIntegerField", Family.INTEGER),
    POSITIVE_INTEGER("PositiveIntegerField", Family.INTEGER),
    POSITIVE_BIG_INTEGER("PositiveBigIntegerField", Family.INTEGER),
    POSITIVE_SMALL_INTEGER("PositiveSmallIntegerField", Family.INTEGER),
    FLOAT("FloatField", Family.NUMBER),
    DECIMAL("DecimalField", Family.NUMBER),
    BOOLEAN("BooleanField", Family.OTHER),
    CHAR("CharField", Family.TEXT),
    TEXT("TextField", Family.TEXT),
    SLUG("SlugField", Family.TEXT),
    FILE("FileField", Family.TEXT),
    FILE_PATH("FilePathField", Family.TEXT),
    GENERIC_IP_ADDRESS("GenericIPAddressField", Family.OTHER),
    DATE("DateField", Family.DATE_TIME),
    DATE_TIME("DateTimeField", Family.DATE_TIME),
    TIME("TimeField", Family.DATE_TIME),
    DURATION("DurationField", Family.OTHER),
    UUID("UUIDField", Family.OTHER),
    JSON("JSONField", Family.OTHER),
    BINARY("BinaryField", Family.OTHER),
    FOREIGN_KEY("ForeignKey", Family.RELATION),
    ONE_TO_ONE("OneToOneField", Family.RELATION);

    private enum Family {
        NONE,
        INTEGER,
        NUMBER,
        TEXT,
        DATE_TIME,
        RELATION,
        OTHER
    }

    private final String internalType;
    private final Family family;

    FieldType(String internalType, Family family) {
        this.internalType = internalType;
        this.family = family;
    }

    /** Django's name of it: {@code BigAutoField}. */
    public String internalType() {
        return internalType;
    }

    /** A key that the database makes. */
    public boolean isAuto() {
        return this == AUTO || this == BIG_AUTO || this == SMALL_AUTO;
    }

    /** Integers, generated keys among them. */
    public boolean isInteger() {
        return family == Family.INTEGER;
    }

    /** Integers, floats and decimals. */
    public boolean isNumeric() {
        return family == Family.INTEGER || family == Family.NUMBER;
    }

    /** Char, text, slug and file fields. */
    public boolean isText() {
        return family == Family.TEXT;
    }

    /** Dates, times and points in time. */
    public boolean isDateOrTime() {
        return family == Family.DATE_TIME;
    }

    /** Foreign keys, one-to-one fields among them. */
    public boolean isRelation() {
        return family == Family.RELATION;
    }

    /**
     * Django's {@code empty_strings_allowed}: '' is a value, and what a field has that was not given one. Not so for
     * numbers, dates and their like, keys of other tables, and JSON.
     */
    public boolean emptyStringsAllowed() {
        return family == Family.TEXT || this == BINARY;
    }
}
