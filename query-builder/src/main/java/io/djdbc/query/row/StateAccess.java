package io.djdbc.query.row;

import io.djdbc.query.PersistentObject;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The way to the state inside of a {@link PersistentObject}, which it shows to nobody else. */
public final class StateAccess {

    private static volatile @Nullable Function<PersistentObject, @Nullable Object> getter;
    private static volatile @Nullable BiConsumer<PersistentObject, Object> setter;

    private StateAccess() {}

    /** Called by {@link PersistentObject} when it is loaded. */
    public static void open(
            Function<PersistentObject, @Nullable Object> get, BiConsumer<PersistentObject, Object> set) {
        getter = get;
        setter = set;
    }

    static @Nullable InstanceState find(PersistentObject object) {
        return (InstanceState) Objects.requireNonNull(getter).apply(object);
    }

    static InstanceState of(PersistentObject object) {
        InstanceState found = find(object);
        if (found == null) {
            found = new InstanceState(false);
            Objects.requireNonNull(setter).accept(object, found);
        }
        return found;
    }
}
