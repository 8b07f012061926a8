package io.djdbc.query.row;

import io.djdbc.query.PersistentObject;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The state of instances. Plain entities have no room for it, so it is kept beside them, by identity, for as long as they
 * live. Safe for use by several threads.
 */
public final class InstanceStates {

    private static final ReferenceQueue<Object> GONE = new ReferenceQueue<>();
    private static final ConcurrentMap<Key, InstanceState> STATES = new ConcurrentHashMap<>();

    private InstanceStates() {}

    /** The state; null if nothing is known of the instance. */
    public static @Nullable InstanceState find(Object instance) {
        if (instance instanceof PersistentObject object) {
            return StateAccess.find(object);
        }
        if (STATES.isEmpty()) {
            return null;
        }
        return STATES.get(new Probe(instance));
    }

    /** The state, made if there is none. */
    public static InstanceState of(Object instance) {
        if (instance instanceof PersistentObject object) {
            return StateAccess.of(object);
        }
        InstanceState found = find(instance);
        if (found != null) {
            return found;
        }
        forgetDead();
        InstanceState made = new InstanceState(true);
        STATES.put(new WeakKey(instance), made);
        return made;
    }

    private static void forgetDead() {
        Reference<?> gone = GONE.poll();
        while (gone != null) {
            STATES.remove(gone);
            gone = GONE.poll();
        }
    }

    /** Compares instances by identity. */
    private interface Key {
        @Nullable
        Object instance();
    }

    private static boolean same(Key one, @Nullable Object other) {
        if (one == other) {
            return true;
        }
        Object instance = one.instance();
        return instance != null && other instanceof Key key && key.instance() == instance;
    }

    private static final class WeakKey extends WeakReference<Object> implements Key {

        private final int hash;

        WeakKey(Object instance) {
            super(instance, GONE);
            this.hash = System.identityHashCode(instance);
        }

        @Override
        public @Nullable Object instance() {
            return get();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return same(this, other);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** To look up without a new reference. */
    private record Probe(Object instance) implements Key {

        @Override
        public boolean equals(@Nullable Object other) {
            return same(this, other);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(instance);
        }
    }
}
