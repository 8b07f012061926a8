package io.djdbc.query.model;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the declaration of a column that is no relation. */
final class BasicFields {

    /** JPA's default length, which stands for no length given. */
    private static final int DEFAULT_LENGTH = 255;

    private static final int SLUG_LENGTH = 50;
    private static final int URL_LENGTH = 200;
    private static final int FILE_LENGTH = 100;
    private static final int ADDRESS_LENGTH = 39;
    private static final int UUID_DIGITS = 32;

    /** As many digits as all databases have, and cents; as other JPA implementations. */
    private static final int DEFAULT_DIGITS = 38;

    private static final int DEFAULT_PLACES = 2;

    private final Map<Class<?>, Conversions.Typed> automatic;

    /** @param automatic the converters that apply by themselves, by the class of the attribute */
    BasicFields(Map<Class<?>, Conversions.Typed> automatic) {
        this.automatic = automatic;
    }

    FieldSpec read(ClassAttribute attribute) {
        refuseWhatIsNotSupported(attribute);
        Conversions.@Nullable Typed conversion = conversion(attribute);
        Class<?> stored = conversion == null ? attribute.boxedType() : conversion.columnType();
        FieldType type = type(attribute, stored, conversion != null);
        if (type == FieldType.JSON && conversion == null && stored == String.class) {
            conversion = Conversions.jsonText();
            stored = conversion.columnType();
        }
        Column column = attribute.annotation(Column.class);
        Basic basic = attribute.annotation(Basic.class);
        boolean key = attribute.has(Id.class);
        boolean nullable = !key
                && !attribute.type().isPrimitive()
                && (column == null || column.nullable())
                && (basic == null || basic.optional());
        String name = attribute.name();
        boolean decimal = type == FieldType.DECIMAL;
        return new FieldSpec(
                name,
                name,
                column == null || column.name().isEmpty() ? name : unquoted(column.name()),
                type,
                stored,
                conversion == null ? null : conversion.conversion(),
                nullable,
                key,
                column != null && column.unique(),
                isIndexed(attribute, type),
                maxLength(attribute, type, stored, column),
                decimal ? (Integer) digits(column) : null,
                decimal ? (Integer) places(attribute, stored, column) : null);
    }

    private static void refuseWhatIsNotSupported(ClassAttribute attribute) {
        if (attribute.has(EmbeddedId.class)) {
            throw attribute.wrong(
                    "is a key of several columns (@EmbeddedId); models have one key column. Give the table"
                            + " a key of its own and make the columns unique together");
        }
        if (attribute.has(Embedded.class) || attribute.type().isAnnotationPresent(Embeddable.class)) {
            throw attribute.wrong("is embedded, which models cannot have; declare its columns in the entity, in a"
                    + " @MappedSuperclass, or convert it into one column with @Convert");
        }
        if (attribute.has(ElementCollection.class)) {
            throw attribute.wrong("is an @ElementCollection, which models cannot have; make its elements an entity, or"
                    + " store it as JSON with @FieldOptions(type = FieldType.JSON)");
        }
        if (attribute.accessor().writeMember() == null) {
            throw attribute.wrong("cannot be written");
        }
        if (attribute.has(GeneratedValue.class) && !attribute.has(Id.class)) {
            throw attribute.wrong("is generated but not the key; only the attribute with @Id can be generated");
        }
        if (attribute.accessor().writeMember() instanceof java.lang.reflect.Field field
                && java.lang.reflect.Modifier.isFinal(field.getModifiers())) {
            throw attribute.wrong("is final, so that it cannot be loaded; remove final, or add @Transient");
        }
    }

    private Conversions.@Nullable Typed conversion(ClassAttribute attribute) {
        Convert convert = attribute.annotation(Convert.class);
        if (convert != null && !convert.disableConversion()) {
            if (convert.converter() == AttributeConverter.class) {
                throw attribute.wrong("has @Convert without a converter");
            }
            return Converters.read(convert.converter()).conversion();
        }
        Conversions.Typed applied = convert == null ? automatic.get(attribute.boxedType()) : null;
        if (applied != null) {
            return applied;
        }
        if (attribute.type().isEnum()) {
            return enumeration(attribute);
        }
        return null;
    }

    private static Conversions.Typed enumeration(ClassAttribute attribute) {
        Enumerated enumerated = attribute.annotation(Enumerated.class);
        Conversions.Typed own = Conversions.enumValues(attribute.type());
        if (own != null) {
            return own;
        }
        return enumerated != null && enumerated.value() == EnumType.STRING
                ? Conversions.enumNames(attribute.type())
                : Conversions.enumNumbers(attribute.type());
    }

    private static FieldType type(ClassAttribute attribute, Class<?> stored, boolean converted) {
        if (attribute.has(GeneratedValue.class)) {
            return generated(attribute, stored);
        }
        FieldOptions options = attribute.annotation(FieldOptions.class);
        if (options != null && options.type() != FieldType.AUTOMATIC) {
            FieldType type = options.type();
            if (type.isRelation() || type.isAuto() || !JavaTypes.fits(type, stored)) {
                throw attribute.wrong("cannot be a " + type.internalType() + ", as its values are " + stored.getName());
            }
            return type;
        }
        FieldType natural = JavaTypes.fieldType(stored);
        if (natural == null) {
            throw unknown(attribute, stored, converted);
        }
        return natural == FieldType.CHAR && isLong(attribute) ? FieldType.TEXT : natural;
    }

    private static boolean isLong(ClassAttribute attribute) {
        Column column = attribute.annotation(Column.class);
        return attribute.has(Lob.class) || (column != null && isLongText(column.columnDefinition()));
    }

    /** Whether a column's type in SQL is that of a text of any length. */
    static boolean isLongText(String columnDefinition) {
        return columnDefinition.matches("(?i).*(text|clob).*");
    }

    private static ModelException unknown(ClassAttribute attribute, Class<?> stored, boolean converted) {
        if (converted) {
            return attribute.wrong("has a converter to " + stored.getName() + ", which no column holds");
        }
        if (ClassAttributes.isEntity(stored)) {
            return attribute.wrong("is an entity; say with @ManyToOne or @OneToOne how it is related");
        }
        if (attribute.element() != null) {
            return attribute.wrong(
                    "is a collection; say with @OneToMany(mappedBy = …) or @ManyToMany how it is related,"
                            + " store it with @FieldOptions(type = FieldType.JSON), or leave it out with @Transient");
        }
        return attribute.wrong("is a " + stored.getName() + ", which no column holds; add @Convert, "
                + "@FieldOptions(type = FieldType.JSON) or @Transient");
    }

    private static FieldType generated(ClassAttribute attribute, Class<?> stored) {
        if (stored == Long.class) {
            return FieldType.BIG_AUTO;
        }
        if (stored == Integer.class) {
            return FieldType.AUTO;
        }
        if (stored == Short.class) {
            return FieldType.SMALL_AUTO;
        }
        if (stored == UUID.class) {
            return FieldType.UUID;
        }
        throw attribute.wrong(
                "is generated, but a " + stored.getName() + "; generated keys are Long, Integer, Short or" + " UUID");
    }

    private static @Nullable Integer maxLength(
            ClassAttribute attribute, FieldType type, Class<?> stored, @Nullable Column column) {
        int length = column == null ? DEFAULT_LENGTH : column.length();
        if (length <= 0) {
            throw attribute.wrong("has the length " + length);
        }
        boolean given = length != DEFAULT_LENGTH;
        switch (type) {
            case CHAR:
                return given ? length : stored == Character.class ? 1 : stored == URI.class ? URL_LENGTH : length;
            case SLUG:
                return given ? length : SLUG_LENGTH;
            case FILE, FILE_PATH:
                return given ? length : FILE_LENGTH;
            case GENERIC_IP_ADDRESS:
                return ADDRESS_LENGTH;
            case UUID:
                return UUID_DIGITS;
            default:
                return null;
        }
    }

    private static boolean isIndexed(ClassAttribute attribute, FieldType type) {
        FieldOptions options = attribute.annotation(FieldOptions.class);
        boolean[] given = options == null ? new boolean[0] : options.dbIndex();
        if (given.length > 1) {
            throw attribute.wrong("says dbIndex " + given.length + " times");
        }
        return given.length == 1 ? given[0] : type == FieldType.SLUG;
    }

    private static int digits(@Nullable Column column) {
        return column == null || column.precision() == 0 ? DEFAULT_DIGITS : column.precision();
    }

    private static int places(ClassAttribute attribute, Class<?> stored, @Nullable Column column) {
        int places = column != null && column.precision() != 0
                ? column.scale()
                : stored == java.math.BigInteger.class ? 0 : DEFAULT_PLACES;
        if (places < 0 || places > digits(column)) {
            throw attribute.wrong("has scale " + places + ", but precision " + digits(column));
        }
        return places;
    }

    /** As JPA writes a name that is to be quoted; ours always are. */
    static String unquoted(String name) {
        boolean quoted = name.length() > 2
                && ((name.startsWith("\"") && name.endsWith("\"")) || (name.startsWith("`") && name.endsWith("`")));
        return quoted ? name.substring(1, name.length() - 1) : name;
    }
}
