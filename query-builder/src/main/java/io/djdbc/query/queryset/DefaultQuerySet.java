package io.djdbc.query.queryset;

import io.djdbc.query.BulkOptions;
import io.djdbc.query.CreateResult;
import io.djdbc.query.Deletion;
import io.djdbc.query.Manager;
import io.djdbc.query.QuerySet;
import io.djdbc.query.delete.Deleting;
import io.djdbc.query.execute.Session;
import io.djdbc.query.model.Model;
import io.djdbc.query.write.BulkCreation;
import io.djdbc.query.write.BulkUpdating;
import io.djdbc.query.write.Creation;
import io.djdbc.query.write.Updating;
import jakarta.persistence.metamodel.Attribute;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a query set is made of, and how it writes; what it refines, answers and keeps is in its superclasses. */
public final class DefaultQuerySet<T> extends Refinements<T> {

    DefaultQuerySet(Definition definition) {
        super(definition);
    }

    private DefaultQuerySet(Definition definition, List<T> rows) {
        super(definition, rows);
    }

    /** All rows of a model. */
    public static <T> Manager<T> all(Session session, Model model) {
        return new DefaultManager<>(new DefaultQuerySet<>(Definition.of(session, model)));
    }

    /** All rows of a model as a query set. */
    public static <T> DefaultQuerySet<T> rows(Session session, Model model) {
        return new DefaultQuerySet<>(Definition.of(session, model));
    }

    /** The rows of a definition. */
    public static <T> DefaultQuerySet<T> of(Definition definition) {
        return new DefaultQuerySet<>(definition);
    }

    /** @throws IllegalArgumentException if its rows are no instances, or not its own query's */
    public static void refuseInPrefetch(@Nullable QuerySet<?> set) {
        if (set instanceof DefaultQuerySet<?> own
                && (own.definition().raw() != null || !own.definition().isInstances())) {
            throw new IllegalArgumentException("Prefetch querysets cannot use raw(), values(), and values_list().");
        }
    }

    /** A query set stands for its query, as a value. */
    public static @Nullable Object asValue(@Nullable Object value) {
        return Conditions.value(value);
    }

    /** The same query with these rows kept. */
    public static <T> DefaultQuerySet<T> kept(Definition definition, List<T> rows) {
        return new DefaultQuerySet<>(definition, rows);
    }

    @Override
    public T create(String field, @Nullable Object value, @Nullable Object... more) {
        return create(Conditions.pairs(field, value, more));
    }

    @Override
    public T create(Map<String, ? extends @Nullable Object> fields) {
        return Creation.create(definition(), fields);
    }

    @Override
    public CreateResult<T> getOrCreate(
            Map<String, ? extends @Nullable Object> lookups, Map<String, ? extends @Nullable Object> defaults) {
        return Creation.getOrCreate(this, lookups, defaults);
    }

    @Override
    public CreateResult<T> updateOrCreate(
            Map<String, ? extends @Nullable Object> lookups, Map<String, ? extends @Nullable Object> defaults) {
        return Creation.updateOrCreate(this, lookups, defaults, defaults);
    }

    @Override
    public CreateResult<T> updateOrCreate(
            Map<String, ? extends @Nullable Object> lookups,
            Map<String, ? extends @Nullable Object> defaults,
            Map<String, ? extends @Nullable Object> createDefaults) {
        return Creation.updateOrCreate(this, lookups, defaults, createDefaults);
    }

    @Override
    public List<T> bulkCreate(Collection<T> objects) {
        return bulkCreate(objects, BulkOptions.DEFAULT);
    }

    @Override
    public List<T> bulkCreate(Collection<T> objects, BulkOptions options) {
        return BulkCreation.create(definition(), List.copyOf(objects), options);
    }

    @Override
    public long bulkUpdate(Collection<T> objects, Object... fields) {
        return bulkUpdate(objects, Conditions.names(fields), null);
    }

    @Override
    public long bulkUpdate(Collection<T> objects, Collection<String> fields, @Nullable Integer batchSize) {
        return BulkUpdating.update(this, List.copyOf(objects), List.copyOf(fields), batchSize);
    }

    @Override
    public long update(String field, @Nullable Object value, @Nullable Object... more) {
        return update(Conditions.pairs(field, value, more));
    }

    @Override
    public long update(Attribute<?, ?> field, @Nullable Object value) {
        return update(Conditions.pairs(Conditions.name(field), value));
    }

    @Override
    public long update(Map<String, ? extends @Nullable Object> fields) {
        definition().refuseCombined("update");
        definition().refuseSliced("Cannot update a query once a slice has been taken.");
        long updated = Updating.update(definition(), fields);
        forget();
        return updated;
    }

    @Override
    public Deletion delete() {
        definition().refuseCombined("delete");
        definition().refuseSliced("Cannot use 'limit' or 'offset' with delete().");
        if (!definition().query().distinctFields().isEmpty()) {
            throw new IllegalStateException("Cannot call delete() after .distinct(*fields).");
        }
        if (!definition().isInstances()) {
            throw new IllegalStateException("Cannot call delete() after .values() or .values_list()");
        }
        Deletion deletion = new Deleting(session()).delete(definition());
        forget();
        return deletion;
    }
}
