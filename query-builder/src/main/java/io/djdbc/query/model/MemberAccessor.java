package io.djdbc.query.model;

import io.djdbc.query.IntegrityError;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Member;
import org.jspecify.annotations.Nullable;

/** An attribute that is read and written by method handles. */
final class MemberAccessor implements Accessor {

    private static final MethodType GETTER = MethodType.methodType(Object.class, Object.class);
    private static final MethodType SETTER = MethodType.methodType(void.class, Object.class, Object.class);

    private final String owner;
    private final String javaName;
    private final Class<?> javaType;
    private final @Nullable Member readMember;
    private final @Nullable Member writeMember;
    private final MethodHandle getter;
    private final MethodHandle setter;
    private final MethodHandle typedSetter;
    private final @Nullable Object zero;

    MemberAccessor(
            Class<?> owner,
            String javaName,
            Class<?> javaType,
            @Nullable Member readMember,
            @Nullable Member writeMember,
            MethodHandle getter,
            MethodHandle setter) {
        this.owner = owner.getName();
        this.javaName = javaName;
        this.javaType = javaType;
        this.readMember = readMember;
        this.writeMember = writeMember;
        this.getter = getter.asType(GETTER);
        this.setter = setter.asType(SETTER);
        this.typedSetter = setter;
        this.zero = JavaTypes.zero(javaType);
    }

    @Override
    public String javaName() {
        return javaName;
    }

    @Override
    public Class<?> javaType() {
        return javaType;
    }

    @Override
    public @Nullable Object get(Object instance) {
        try {
            return getter.invokeExact(instance);
        } catch (ClassCastException wrong) {
            throw notOurs(instance, wrong);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new ModelException(this + " cannot be read", failure);
        }
    }

    @Override
    public void set(Object instance, @Nullable Object value) {
        if (value == null && zero != null) {
            throw new IntegrityError(this + " cannot be null: it is a primitive " + javaType.getName()
                    + ". Declare it as " + JavaTypes.boxed(javaType).getName() + ", or give it a value");
        }
        put(instance, value);
    }

    @Override
    public void clear(Object instance) {
        put(instance, zero);
    }

    private void put(Object instance, @Nullable Object given) {
        if (given != null && !JavaTypes.boxed(javaType).isInstance(given)) {
            throw new IllegalArgumentException(this + " takes a " + javaType.getName() + ", not a "
                    + given.getClass().getName());
        }
        try {
            setter.invokeExact(instance, given);
        } catch (ClassCastException wrong) {
            throw notOurs(instance, wrong);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new ModelException(this + " cannot be written", failure);
        }
    }

    private IllegalArgumentException notOurs(Object instance, ClassCastException cause) {
        return new IllegalArgumentException(
                this + " is no attribute of a " + instance.getClass().getName(), cause);
    }

    @Override
    public @Nullable Member readMember() {
        return readMember;
    }

    @Override
    public @Nullable Member writeMember() {
        return writeMember;
    }

    @Override
    public MethodHandle getter() {
        return getter;
    }

    @Override
    public MethodHandle setter() {
        return setter;
    }

    @Override
    public MethodHandle typedSetter() {
        return typedSetter;
    }

    @Override
    public String toString() {
        return owner + "." + javaName;
    }
}
