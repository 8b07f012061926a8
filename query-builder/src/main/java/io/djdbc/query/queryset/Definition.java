package io.djdbc.query.queryset;

import io.djdbc.query.NotSupportedError;
import io.djdbc.query.execute.Backend;
import io.djdbc.query.execute.Session;
import io.djdbc.query.model.Model;
import io.djdbc.query.sql.Query;
import io.djdbc.query.sql.ShapedQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a query set is, but for its rows. Immutable: nobody changes the query of a definition.
 *
 * @param alias the database that {@code using()} said; null: the router's choice
 * @param fields the names of the columns in a row that is no instance, in the order in which they were asked for
 * @param hints attributes of the instances that the query set makes or creates: the key of a related set's owner
 */
public record Definition(
        Session session,
        Model model,
        ShapedQuery shaped,
        RowForm form,
        List<String> fields,
        List<Object> prefetches,
        @Nullable String alias,
        boolean write,
        @Nullable RawQuery raw,
        Map<String, Object> hints) {

    static Definition of(Session session, Model model) {
        return new Definition(
                session,
                model,
                session.forRead(model, null).shapes().all(model),
                RowForm.INSTANCE,
                List.of(),
                List.of(),
                null,
                false,
                null,
                Map.of());
    }

    /**
     * The query, not to be changed.
     *
     * @throws NotSupportedError after raw(): what is made of the query would be of all rows
     */
    public Query query() {
        if (raw != null) {
            throw new NotSupportedError("The rows of raw() can be read, but not refined, combined, written or used as a"
                    + " subquery. Put the condition into the SQL, or go on with the keys of its rows.");
        }
        return shaped.query();
    }

    /** The query with any values: for questions that do not ask for these. */
    Query structure() {
        return shaped.sample();
    }

    public Definition with(Query other) {
        return with(ShapedQuery.of(other));
    }

    Definition with(ShapedQuery other) {
        return new Definition(session, model, other, form, fields, prefetches, alias, write, raw, hints);
    }

    Definition with(Query other, RowForm newForm, List<String> newFields) {
        return new Definition(
                session, model, ShapedQuery.of(other), newForm, newFields, prefetches, alias, write, raw, hints);
    }

    Definition withPrefetches(List<Object> lookups) {
        return new Definition(session, model, shaped, form, fields, List.copyOf(lookups), alias, write, raw, hints);
    }

    public Definition withoutPrefetches() {
        return withPrefetches(List.of());
    }

    public Definition using(@Nullable String other) {
        return new Definition(session, model, shaped, form, fields, prefetches, other, write, raw, hints);
    }

    Definition forWrite() {
        return new Definition(session, model, shaped, form, fields, prefetches, alias, true, raw, hints);
    }

    Definition withRaw(RawQuery sql) {
        return new Definition(session, model, shaped, form, fields, prefetches, alias, write, sql, hints);
    }

    /** With attributes that its instances have: {@code entry.blog} of {@code blog.entry_set}. */
    public Definition withHints(Map<String, Object> known) {
        return new Definition(session, model, shaped, form, fields, prefetches, alias, write, raw, Map.copyOf(known));
    }

    boolean isInstances() {
        return form == RowForm.INSTANCE;
    }

    boolean isLocking() {
        return structure().lock() != null;
    }

    /** The database that it is read from. */
    public Backend readBackend() {
        return checked(write ? session.forWrite(model, alias) : session.forRead(model, alias));
    }

    private Backend checked(Backend backend) {
        if (raw == null && session.backends().size() > 1) {
            query().refuseOtherDatabases(backend.alias());
        }
        return backend;
    }

    /** The database that it is changed in. */
    public Backend writeBackend() {
        return checked(session.forWrite(model, alias));
    }

    /** A copy of the query for a further operation. */
    Query copy() {
        return query().chain();
    }

    /** With what an operation without values makes of the query, which is looked up if it was done before. */
    Definition known(Object key, UnaryOperator<Query> operation) {
        refuseRaw(key instanceof String name ? name : String.valueOf(((List<?>) key).get(0)));
        return with(shaped.apply(key, operation));
    }

    Definition sliced(@Nullable Integer start, @Nullable Integer stop) {
        refuseNegative(start);
        refuseNegative(stop);
        return known(Arrays.asList("slice", start, stop), query -> {
            query.setLimits(start, stop);
            return query;
        });
    }

    static void refuseNegative(@Nullable Integer index) {
        if (index != null && index < 0) {
            throw new IllegalArgumentException("Negative indexing is not supported.");
        }
    }

    /** SQL of one's own is sent as it is: what a query set adds to it would be lost. */
    private void refuseRaw(String method) {
        if (raw != null) {
            throw new NotSupportedError("Calling QuerySet." + method + "() after raw() is not supported.");
        }
    }

    void refuseCombined(String method) {
        refuseRaw(method);
        if (structure().combinator() != null) {
            throw new NotSupportedError(
                    "Calling QuerySet." + method + "() after " + structure().combinator() + "() is not supported.");
        }
    }

    void refuseSliced(String what) {
        if (structure().isSliced()) {
            throw new IllegalStateException(what);
        }
    }

    void refuseValues(String method) {
        if (!isInstances()) {
            throw new IllegalStateException("Cannot call " + method + "() after .values() or .values_list()");
        }
    }

    boolean isOrdered() {
        return structure().isEmpty() || structure().isOrdered();
    }

    /** An order by primary key would change the groups. */
    void refuseUnorderedGroups(String method) {
        if (structure().isGrouped()
                && !isInstances()
                && !fields.contains("pk")
                && !fields.contains(model.primaryKey().name())) {
            throw new IllegalStateException("Cannot use QuerySet." + method + "() on an unordered queryset performing"
                    + " aggregation. Add an ordering with order_by().");
        }
    }
}
