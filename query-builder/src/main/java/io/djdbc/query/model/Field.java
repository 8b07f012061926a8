package io.djdbc.query.model;

import jakarta.persistence.GeneratedValue;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A column of a model; {@link ForeignKey} is the one that points to another model. Immutable once the model is
 * registered.
 */
public sealed class Field implements Attribute permits ForeignKey {

    private final Model model;
    private final FieldSpec spec;
    private final Accessor accessor;
    private final boolean zeroIsNull;
    private final boolean makesKey;

    Field(Model model, FieldSpec spec, Accessor accessor) {
        this.model = model;
        this.spec = spec;
        this.accessor = accessor;
        // as in JPA, a generated key of a primitive type is not set as long as it is 0
        this.zeroIsNull = spec.type().isAuto() && accessor.javaType().isPrimitive();
        this.makesKey = spec.primaryKey()
                && spec.type() == FieldType.UUID
                && accessor.readMember() instanceof AnnotatedElement member
                && member.isAnnotationPresent(GeneratedValue.class);
    }

    @Override
    public final String name() {
        return spec.name();
    }

    @Override
    public final Model model() {
        return model;
    }

    @Override
    public @Nullable Model relatedModel() {
        return null;
    }

    /** The name of the raw value: {@code blog_id} of the foreign key {@code blog}; else the field's name. */
    public final String attname() {
        return spec.attname();
    }

    /** The column's name, without quotes, as declared or as Django makes it. */
    public final String column() {
        return spec.column();
    }

    public final FieldType type() {
        return spec.type();
    }

    /**
     * The field whose values this column holds: itself, or what a foreign key points to, through all keys that are keys
     * themselves. Its {@link #type()} is never a relation.
     */
    public Field valueField() {
        return this;
    }

    @Override
    public final boolean isNullable() {
        return spec.nullable();
    }

    public final boolean isPrimaryKey() {
        return spec.primaryKey();
    }

    /** Unique on its own; a primary key and a one-to-one relation are, as in Django. */
    public final boolean isUnique() {
        return spec.unique() || spec.primaryKey();
    }

    /** Django's {@code unique=True} as written, which a primary key does not say of itself. */
    public final boolean isDeclaredUnique() {
        return spec.unique();
    }

    /** An index of its own was asked for; foreign keys and slugs have one unless told otherwise. */
    public final boolean hasIndex() {
        return spec.dbIndex();
    }

    /** The greatest length in characters; null where there is none. */
    public final @Nullable Integer maxLength() {
        return spec.maxLength();
    }

    /** All digits of a decimal; null for other types. */
    public final @Nullable Integer maxDigits() {
        return spec.maxDigits();
    }

    /** A decimal's digits after the point; null for other types. */
    public final @Nullable Integer decimalPlaces() {
        return spec.decimalPlaces();
    }

    @Override
    public List<PathStep> path() {
        return List.of();
    }

    /** Where the value is in an instance; for a foreign key the related object's attribute. */
    public final Accessor accessor() {
        return accessor;
    }

    /**
     * The Java type of the value as {@link #get} gives it, boxed: the attribute's, or with a converter the one that the
     * column sees.
     */
    public Class<?> valueType() {
        return spec.valueType();
    }

    /** What stands between the attribute and the column; null where it is stored as it is. */
    final @Nullable ValueConversion conversion() {
        return spec.conversion();
    }

    /**
     * The value as a caller of a query set gives it: the attribute's own, before a converter; of a foreign key, the raw
     * key.
     */
    public @Nullable Object attributeValue(Object instance) {
        Object value = accessor.get(instance);
        return zeroIsNull && value instanceof Number key && key.longValue() == 0 ? null : value;
    }

    /** Sets what a reader of rows gives: the attribute's own value, after a converter; of a foreign key, the raw key. */
    public void load(Object instance, @Nullable Object value) {
        accessor.set(instance, value);
    }

    /** The value of the column in this instance, after a converter; of a foreign key, the raw key. */
    public @Nullable Object get(Object instance) {
        Object value = attributeValue(instance);
        ValueConversion conversion = spec.conversion();
        return conversion == null ? value : conversion.toColumn(value);
    }

    /**
     * Sets the value of the column in this instance, through a converter. Numbers, dates and their like of another
     * class are converted ({@code Long} to {@code int}, {@code Instant} to {@code OffsetDateTime} in UTC) where nothing
     * is lost.
     *
     * @throws IllegalArgumentException if it cannot be; names the field and both types
     * @throws io.djdbc.query.IntegrityError if a primitive attribute, which is no key, is to be null
     */
    public void set(Object instance, @Nullable Object value) {
        Object converted = toAttribute(value);
        if (converted == null && isPrimaryKey()) {
            accessor.clear(instance);
        } else {
            accessor.set(instance, converted);
        }
    }

    /** What {@link #set} would set: the attribute's Java type, for a value of the column. */
    public @Nullable Object toAttribute(@Nullable Object value) {
        ValueConversion conversion = spec.conversion();
        Object converted = Coercion.coerce(this, value, valueType());
        return conversion == null ? converted : conversion.toAttribute(converted);
    }

    /** Whether a converter or an enum stands between attribute and column, so that the two have different classes. */
    public boolean isConverted() {
        return spec.conversion() != null;
    }

    /** A column's value as {@link #valueType}; converted as in {@link #set}, but not to the attribute. */
    public final @Nullable Object toValueType(@Nullable Object value) {
        return Coercion.coerce(this, value, valueType());
    }

    /**
     * The value of the column for a value of the attribute's Java type, where a converter or an enum stands between;
     * every other value as it is.
     */
    public @Nullable Object toColumn(@Nullable Object value) {
        ValueConversion conversion = spec.conversion();
        if (conversion == null) {
            return value;
        }
        boolean ofAttribute =
                value == null || JavaTypes.boxed(accessor.javaType()).isInstance(value);
        return ofAttribute ? conversion.toColumn(value) : value;
    }

    /** Whether it has a default: its class gives it a value, or the annotation names one. */
    public boolean hasDefault() {
        return makesKey || model.initial().hasValue(this);
    }

    /**
     * The value of a field that was not given one, as Django's {@code get_default()}: the default; '' for a text that
     * cannot be null; else null. Made anew on each call, as a class makes it.
     */
    public @Nullable Object defaultValue() {
        if (hasDefault()) {
            Object initial = model.initial().value(this);
            return initial == null && makesKey ? UUID.randomUUID() : initial;
        }
        if (!type().emptyStringsAllowed() || isNullable()) {
            return null;
        }
        return type() == FieldType.BINARY ? new byte[0] : emptyText();
    }

    private @Nullable Object emptyText() {
        return valueType() == String.class || valueType() == Object.class ? "" : null;
    }

    /** {@code blog.Entry.headline}, as Django prints a field. */
    @Override
    public String toString() {
        return model.label() + "." + name();
    }

    final FieldSpec spec() {
        return spec;
    }

    static <T> T resolved(@Nullable T value, Object owner) {
        return Objects.requireNonNull(value, () -> owner + " is not resolved yet");
    }
}
