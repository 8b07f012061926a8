package io.djdbc.query.model;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes accessors of what a class declares. */
final class Accessors {

    private static final MethodHandles.Lookup OWN = MethodHandles.lookup();

    private Accessors() {}

    static Accessor ofField(Class<?> owner, Field field, Class<?> type) {
        try {
            MethodHandles.Lookup lookup = lookup(field.getDeclaringClass());
            MethodHandle getter = lookup.unreflectGetter(field);
            MethodHandle setter =
                    Modifier.isFinal(field.getModifiers()) ? refusal(field) : lookup.unreflectSetter(field);
            return new MemberAccessor(owner, field.getName(), type, field, field, getter, setter);
        } catch (IllegalAccessException hidden) {
            throw closed(owner, hidden);
        }
    }

    static Accessor ofProperty(Class<?> owner, String name, Class<?> type, Method getter, @Nullable Method setter) {
        try {
            MethodHandle read = lookup(getter.getDeclaringClass()).unreflect(getter);
            MethodHandle write = setter == null
                    ? refusal(getter)
                    : lookup(setter.getDeclaringClass()).unreflect(setter);
            if (setter != null && setter.getReturnType() != void.class) {
                write = write.asType(write.type().changeReturnType(void.class));
            }
            return new MemberAccessor(owner, name, type, getter, setter, read, write);
        } catch (IllegalAccessException hidden) {
            throw closed(owner, hidden);
        }
    }

    /** The value at one place of a row that no class declares. */
    static Accessor slot(String name, int index, Class<?> type) {
        try {
            MethodHandle get =
                    OWN.findVirtual(ThroughRow.class, "value", MethodType.methodType(Object.class, int.class));
            MethodHandle set = OWN.findVirtual(
                    ThroughRow.class, "value", MethodType.methodType(void.class, int.class, Object.class));
            return new MemberAccessor(
                    ThroughRow.class,
                    name,
                    type,
                    null,
                    null,
                    MethodHandles.insertArguments(get, 1, index),
                    MethodHandles.insertArguments(set, 1, index));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Of the link from a child to its parent, which in Java are one object. */
    static Accessor self(Class<?> owner, String name) {
        MethodHandle nothing = MethodHandles.dropArguments(
                MethodHandles.empty(MethodType.methodType(void.class)), 0, Object.class, Object.class);
        return new MemberAccessor(owner, name, owner, null, null, MethodHandles.identity(Object.class), nothing);
    }

    /** Makes instances by the constructor without arguments. */
    static Supplier<Object> constructor(Class<?> type) {
        if (Modifier.isAbstract(type.getModifiers())) {
            return () -> {
                throw new ModelException(type.getName() + " is abstract: there are no instances of it");
            };
        }
        MethodHandle constructor;
        try {
            Constructor<?> declared = type.getDeclaredConstructor();
            constructor = lookup(type).unreflectConstructor(declared).asType(MethodType.methodType(Object.class));
        } catch (NoSuchMethodException missing) {
            throw new ModelException(
                    type.getName() + " has no constructor without arguments; add one, which may be private", missing);
        } catch (IllegalAccessException hidden) {
            throw closed(type, hidden);
        }
        return () -> {
            try {
                return constructor.invokeExact();
            } catch (RuntimeException | Error failure) {
                throw failure;
            } catch (Throwable failure) {
                throw new ModelException("the constructor of " + type.getName() + " failed", failure);
            }
        };
    }

    private static MethodHandle refusal(java.lang.reflect.Member member) {
        MethodHandle thrower = MethodHandles.throwException(void.class, IllegalArgumentException.class)
                .bindTo(new IllegalArgumentException(
                        member.getDeclaringClass().getName() + "." + member.getName() + " cannot be set"));
        return MethodHandles.dropArguments(thrower, 0, Object.class, Object.class);
    }

    private static MethodHandles.Lookup lookup(Class<?> type) throws IllegalAccessException {
        return MethodHandles.privateLookupIn(type, OWN);
    }

    private static ModelException closed(Class<?> type, IllegalAccessException cause) {
        return new ModelException(
                type.getName() + " cannot be accessed; its module must open " + type.getPackageName()
                        + " to io.djdbc.query",
                cause);
    }
}
