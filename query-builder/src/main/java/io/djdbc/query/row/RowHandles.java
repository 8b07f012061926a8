package io.djdbc.query.row;

import io.djdbc.query.model.Accessor;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.ForeignKey;
import io.djdbc.query.model.Model;
import io.djdbc.query.value.DatabaseValues;
import io.djdbc.query.value.ReadKind;
import io.djdbc.query.value.ValueReader;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.sql.ResultSet;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Puts together what reads a row: a new instance, and for each column a getter of JDBC and the attribute's setter, decided
 * here once and not for each row.
 */
final class RowHandles {

    private static final MethodHandles.Lookup OWN = MethodHandles.lookup();
    private static final MethodType SET = MethodType.methodType(void.class, Object.class, Object.class);

    private final MethodHandles.Lookup getters;

    /** @param getters of the class whose static methods read columns */
    RowHandles(MethodHandles.Lookup getters) {
        this.getters = getters;
    }

    /** {@code (ResultSet)Object}. */
    MethodHandle read(RowColumns columns) {
        try {
            Class<?> type = columns.model().entityClass();
            MethodHandle filled = MethodHandles.dropArguments(MethodHandles.identity(type), 1, ResultSet.class);
            for (int i = columns.fields().size() - 1; i >= 0; i--) {
                Field field = columns.fields().get(i);
                MethodHandle step = step(type, field, columns.columns().get(i), columns.values());
                filled = MethodHandles.foldArguments(filled, step);
            }
            MethodHandle made = MethodHandles.dropArguments(constructor(columns.model()), 0, ResultSet.class);
            return MethodHandles.foldArguments(filled, made)
                    .asType(MethodType.methodType(Object.class, ResultSet.class));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** {@code ()T}; the maker itself, not its model, is the constant, so that the JIT sees the constructor. */
    private static MethodHandle constructor(Model model) throws ReflectiveOperationException {
        MethodHandle make = OWN.findVirtual(Supplier.class, "get", MethodType.methodType(Object.class));
        return make.bindTo(model.maker()).asType(MethodType.methodType(model.entityClass()));
    }

    /** {@code (T, ResultSet)void}. */
    private MethodHandle step(Class<?> type, Field field, int column, DatabaseValues values)
            throws ReflectiveOperationException {
        if (field instanceof ForeignKey key) {
            return isPlain(key)
                    ? reference(type, key, column, values)
                    : general(
                            type,
                            field,
                            OWN.findVirtual(Field.class, "set", SET).bindTo(field),
                            column,
                            values);
        }
        Accessor accessor = field.accessor();
        ReadKind kind = values.readKind(field);
        Class<?> attribute = accessor.javaType();
        if (kind == ReadKind.OTHER) {
            return general(
                    type, field, OWN.findVirtual(Accessor.class, "set", SET).bindTo(accessor), column, values);
        }
        MethodHandle get = get(kind, column, attribute.isPrimitive());
        MethodHandle set = accessor.typedSetter().asType(MethodType.methodType(void.class, type, attribute));
        return MethodHandles.filterArguments(set, 1, get.asType(get.type().changeReturnType(attribute)));
    }

    /** A value as a {@link ValueReader} gives it, by the setter that takes all. */
    private static MethodHandle general(Class<?> type, Field field, MethodHandle set, int column, DatabaseValues values)
            throws ReflectiveOperationException {
        return MethodHandles.filterArguments(set, 1, read(values.reader(field), column))
                .asType(MethodType.methodType(void.class, type, ResultSet.class));
    }

    /** A key that is an attribute of an object of its own, and nothing else. */
    private static boolean isPlain(ForeignKey key) {
        Field target = key.targetField();
        return !key.isParentLink()
                && !key.isKeyAttribute()
                && !key.hasRawKey()
                && !(target instanceof ForeignKey)
                && !target.isConverted()
                && !target.accessor().javaType().isPrimitive();
    }

    /** What {@link ForeignKey#set} does for a new instance: an object that has nothing but the key, or null. */
    private MethodHandle reference(Class<?> type, ForeignKey key, int column, DatabaseValues values)
            throws ReflectiveOperationException {
        Accessor target = key.targetField().accessor();
        Class<?> keyType = target.javaType();
        Class<?> other = key.target().entityClass();
        MethodHandle setKey = target.typedSetter().asType(MethodType.methodType(void.class, other, keyType));
        MethodHandle withKey = MethodHandles.foldArguments(
                MethodHandles.dropArguments(MethodHandles.identity(other), 1, keyType), setKey);
        MethodHandle some = MethodHandles.foldArguments(
                withKey, MethodHandles.dropArguments(constructor(key.target()), 0, keyType));
        MethodHandle isNull =
                OWN.findStatic(Objects.class, "isNull", MethodType.methodType(boolean.class, Object.class));
        MethodHandle none = MethodHandles.dropArguments(MethodHandles.constant(other, null), 0, keyType);
        MethodHandle reference =
                MethodHandles.guardWithTest(isNull.asType(MethodType.methodType(boolean.class, keyType)), none, some);
        ReadKind kind = values.readKind(key);
        MethodHandle get = kind == ReadKind.OTHER ? read(values.reader(key), column) : get(kind, column, false);
        MethodHandle read =
                MethodHandles.filterReturnValue(get.asType(get.type().changeReturnType(keyType)), reference);
        MethodHandle set = key.accessor()
                .typedSetter()
                .asType(MethodType.methodType(void.class, type, key.accessor().javaType()));
        return MethodHandles.filterArguments(
                set, 1, read.asType(read.type().changeReturnType(key.accessor().javaType())));
    }

    private static MethodHandle read(ValueReader reader, int column) throws ReflectiveOperationException {
        MethodHandle read = OWN.findVirtual(
                ValueReader.class, "read", MethodType.methodType(Object.class, ResultSet.class, int.class));
        return MethodHandles.insertArguments(read.bindTo(reader), 1, column);
    }

    /** {@code (ResultSet)value}. */
    private MethodHandle get(ReadKind kind, int column, boolean primitive) throws ReflectiveOperationException {
        MethodHandle get = switch (kind) {
            case LONG -> get("getLong", primitive, long.class, Long.class);
            case INTEGER -> get("getInteger", primitive, int.class, Integer.class);
            case SHORT -> get("getShort", primitive, short.class, Short.class);
            case CHECKED_INTEGER -> get("getCheckedInteger", primitive, int.class, Integer.class);
            case CHECKED_SHORT -> get("getCheckedShort", primitive, short.class, Short.class);
            case DOUBLE -> get("getDouble", primitive, double.class, Double.class);
            case BOOLEAN -> get("getBoolean", primitive, boolean.class, Boolean.class);
            case TEXT, OTHER -> find("getText", String.class);
        };
        return MethodHandles.insertArguments(get, 1, column);
    }

    private MethodHandle get(String name, boolean primitive, Class<?> plain, Class<?> boxed)
            throws ReflectiveOperationException {
        return primitive ? find(name, plain) : find(name + "OrNull", boxed);
    }

    private MethodHandle find(String name, Class<?> type) throws ReflectiveOperationException {
        return getters.findStatic(getters.lookupClass(), name, MethodType.methodType(type, ResultSet.class, int.class));
    }
}
