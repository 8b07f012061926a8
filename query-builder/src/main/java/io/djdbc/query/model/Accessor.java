package io.djdbc.query.model;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Member;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes one Java attribute of an instance, without reflection. Safe for use by several threads as far as the
 * instance is.
 */
public interface Accessor {

    /** The Java name: {@code pubDate}. */
    String javaName();

    /** The attribute's Java type as declared, primitive types included. */
    Class<?> javaType();

    /** The value; primitives boxed. */
    @Nullable
    Object get(Object instance);

    /**
     * Sets the value, which must have the Java type.
     *
     * @throws IllegalArgumentException if the value has another type; names class, attribute and both types
     * @throws io.djdbc.query.IntegrityError if it is null and the type is primitive
     */
    void set(Object instance, @Nullable Object value);

    /** Sets null, or a primitive's zero. */
    void clear(Object instance);

    /** The field, or the getter, for those who generate code; null for what is no Java member. */
    @Nullable
    Member readMember();

    /** The field, or the setter, for those who generate code; null for what is no Java member. */
    @Nullable
    Member writeMember();

    /** {@code (Object)Object}; to be called by {@code invokeExact}. */
    MethodHandle getter();

    /** {@code (Object, Object)void}, strict about the type; to be called by {@code invokeExact}. */
    MethodHandle setter();

    /** The same with the types as declared, so that no primitive value need be boxed. */
    MethodHandle typedSetter();
}
