package io.djdbc.query.row;

import io.djdbc.query.model.Field;
import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an instance remembers beside its attributes; Django's {@code Model._state}. Instances of {@code PersistentObject}
 * carry it themselves, for others {@link InstanceStates} keeps it. No safer for threads than the instance is.
 */
public final class InstanceState {

    private @Nullable Object database;
    private boolean stored;
    private boolean reference;
    private @Nullable Map<Field, @Nullable Object> deferred;
    private @Nullable Map<Field, Object> pending;
    private final boolean soft;
    private @Nullable Object cached;

    /**
     * @param soft whether what is cached may be lost where memory runs short: as it may lead back to the instance, it
     *     must not be held from outside of it
     */
    InstanceState(boolean soft) {
        this.soft = soft;
    }

    private @Nullable Cached cachedOrNull() {
        return cached instanceof SoftReference<?> reference ? (Cached) reference.get() : (Cached) cached;
    }

    private Cached cached() {
        Cached found = cachedOrNull();
        if (found == null) {
            found = new Cached();
            cached = soft ? new SoftReference<>(found) : found;
        }
        return found;
    }

    /** The database that it came from or was saved to; null for a new one. */
    public @Nullable Object database() {
        return database;
    }

    /** Marks it as a row of this database; Django's {@code adding = False}. */
    public void stored(Object newDatabase) {
        database = newDatabase;
        stored = true;
    }

    /** Whether it is known to be a row of a database. */
    public boolean isStored() {
        return stored;
    }

    /** No more than a key stands in the instance, the rest has not been read. */
    public boolean isReference() {
        return reference;
    }

    public void reference(boolean isReference) {
        reference = isReference;
    }

    /** Fields that were left out by {@code only()} or {@code defer()}. */
    public Set<Field> deferred() {
        return deferred == null ? Set.of() : deferred.keySet();
    }

    /** @param instance the new one, with what its class gives these fields */
    public void defer(Object instance, Set<Field> fields) {
        if (fields.isEmpty()) {
            deferred = null;
            return;
        }
        deferred = new HashMap<>();
        for (Field field : fields) {
            deferred.put(field, field.attributeValue(instance));
        }
    }

    /** What was assigned since is deferred no longer, as in Django. */
    public void noticeAssigned(Object instance) {
        if (deferred != null) {
            deferred.entrySet()
                    .removeIf(field -> !Objects.deepEquals(field.getKey().attributeValue(instance), field.getValue()));
        }
    }

    /** The field has a value now. */
    public void loaded(Field field) {
        if (deferred != null) {
            deferred.remove(field);
        }
    }

    /** Expressions that stand for values until they are saved, by field. */
    public Map<Field, Object> pending() {
        return pending == null ? Map.of() : pending;
    }

    public void pend(Field field, @Nullable Object expression) {
        if (expression != null) {
            pending = pending == null ? new HashMap<>() : pending;
            pending.put(field, expression);
        } else if (pending != null) {
            pending.remove(field);
        }
    }

    /** The values of {@code annotate()}. */
    public Map<String, @Nullable Object> annotations() {
        return cached().annotations;
    }

    /** The values of {@code annotate()} without making room for any. */
    public Map<String, @Nullable Object> annotationsOrNone() {
        Cached found = cachedOrNull();
        return found == null ? Map.of() : found.annotations;
    }

    /** A related object that was read; empty where it is known that there is none; null if nothing is known. */
    public @Nullable Optional<Object> related(String name) {
        Cached found = cachedOrNull();
        return found == null ? null : found.related.get(name);
    }

    public void relate(String name, @Nullable Object object) {
        cached().related.put(name, Optional.ofNullable(object));
    }

    public void forgetRelated(String name) {
        Cached found = cachedOrNull();
        if (found != null) {
            found.related.remove(name);
        }
    }

    public void forgetRelated() {
        Cached found = cachedOrNull();
        if (found != null) {
            found.related.clear();
            found.prefetched.clear();
        }
    }

    /** What {@code prefetchRelated()} read; null if nothing. */
    public @Nullable List<?> prefetched(String name) {
        Cached found = cachedOrNull();
        return found == null ? null : found.prefetched.get(name);
    }

    public void prefetch(String name, List<?> objects) {
        cached().prefetched.put(name, objects);
    }

    public void forgetPrefetched(String name) {
        Cached found = cachedOrNull();
        if (found != null) {
            found.prefetched.remove(name);
        }
    }
}
