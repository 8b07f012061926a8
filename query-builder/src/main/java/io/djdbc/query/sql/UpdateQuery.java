package io.djdbc.query.sql;

import io.djdbc.query.EmptyResultSetException;
import io.djdbc.query.FieldDoesNotExist;
import io.djdbc.query.FieldError;
import io.djdbc.query.Q;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.OrderBy;
import io.djdbc.query.expression.Resolution;
import io.djdbc.query.model.Attribute;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.ForeignKey;
import io.djdbc.query.model.ManyToMany;
import io.djdbc.query.model.Model;
import io.djdbc.query.model.PathStep;
import io.djdbc.query.model.ReverseRelation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An UPDATE of all rows of a query. Columns of a parent model are updated by statements of their own, for which the keys
 * must be selected before.
 *
 * <pre>{@code
 * UpdateQuery update = new UpdateQuery(query);
 * update.set("rating", F.of("rating").plus(1));
 * Query keys = update.keys(compiler);               // null: one statement will do
 * update.statements(compiler, keys == null ? null : run(keys));
 * }</pre>
 */
public final class UpdateQuery {

    /** A column and its new value: a value, a slot, or a resolved expression. */
    record Assignment(Field field, @Nullable Object value) {}

    private final Query query;
    private final List<Assignment> own = new ArrayList<>();
    private final Map<Model, List<Assignment>> parents = new LinkedHashMap<>();
    private boolean annotationsCleared;
    private boolean valueDependent;

    /** Updates the rows of a query, of which this makes a copy. */
    public UpdateQuery(Query query) {
        this.query = query.chain();
    }

    /**
     * Sets a field.
     *
     * @throws FieldDoesNotExist if there is no such field
     * @throws FieldError if it has no column, or the expression needs another table
     */
    public void set(String name, @Nullable Object value) {
        Model model = query.model();
        Attribute attribute = model.attribute(name);
        if (attribute == null) {
            throw new FieldDoesNotExist(model.name() + " has no field named '" + name + "'");
        }
        if (!(attribute instanceof Field field)) {
            throw new FieldError("Cannot update model field " + describe(attribute)
                    + " (only non-relations and foreign keys permitted).");
        }
        if (field.model().concrete() != model.concrete()) {
            parents.computeIfAbsent(field.model(), key -> new ArrayList<>()).add(new Assignment(field, value));
        } else {
            own.add(new Assignment(field, resolved(field, value)));
        }
    }

    private static String describe(Attribute attribute) {
        if (attribute instanceof ManyToMany) {
            return "<django.db.models.fields.related.ManyToManyField: " + attribute.name() + ">";
        }
        Model related = Objects.requireNonNull(attribute.relatedModel());
        String label = related.label();
        int dot = label.indexOf('.') + 1;
        return "<" + Filters.className((ReverseRelation) attribute) + ": " + label.substring(0, dot)
                + label.substring(dot).toLowerCase(Locale.ROOT) + ">";
    }

    private @Nullable Object resolved(Field field, @Nullable Object value) {
        if (!(value instanceof Expression expression)) {
            return value;
        }
        Expression resolved = expression.resolve(query, Resolution.NO_JOINS);
        if (resolved.containsAggregate()) {
            throw new FieldError(
                    "Aggregate functions are not allowed in this query (" + field.name() + "=" + value + ").");
        }
        // Django does so once more when it compiles
        return resolved.resolvedAgain();
    }

    /** The fields that are set, those of parents last. */
    public List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        own.forEach(assignment -> fields.add(assignment.field()));
        parents.values().forEach(list -> list.forEach(assignment -> fields.add(assignment.field())));
        return fields;
    }

    /** The primary keys that must be selected before; null if that is not needed. */
    public @Nullable Query keys(Compiler compiler) {
        Query prepared = prepared();
        boolean several = activeTables(prepared) > 1;
        if (parents.isEmpty() && !(several && !compiler.syntax().updateCanSelectSelf())) {
            return null;
        }
        return keysOf(prepared);
    }

    /**
     * The statements. What can match no row is left out.
     *
     * @param keys of the query of {@link #keys}; null if there is none
     */
    public List<CompiledStatement> statements(Compiler compiler, @Nullable List<?> keys) {
        List<CompiledStatement> statements = new ArrayList<>();
        if (!own.isEmpty()) {
            Query prepared = prepared();
            if (keys != null) {
                prepared = restricted(prepared, keys);
            } else if (activeTables(prepared) > 1) {
                prepared = restricted(prepared, keysOf(prepared));
            }
            add(statements, compiler, prepared, own);
        }
        parents.forEach((model, assignments) -> {
            for (PathStep step : query.model().pathToParent(model)) {
                if (!(step.joinField() instanceof ForeignKey link && link.isPrimaryKey())) {
                    throw new UnsupportedOperationException(
                            "Updating " + model + " through " + query.model() + ", whose link is not its key");
                }
            }
            Query parent = new Query(model, query.emptyStringsAreNulls());
            parent.addQ(Q.of("pk__in", keys));
            Joining.initialAlias(parent);
            List<Assignment> resolved = new ArrayList<>();
            for (Assignment assignment : assignments) {
                Object value = assignment.value() instanceof Expression expression
                        ? expression.resolve(parent, Resolution.NO_JOINS)
                        : assignment.value();
                resolved.add(new Assignment(assignment.field(), value));
            }
            add(statements, compiler, parent, resolved);
        });
        return statements;
    }

    /** Whether what was compiled fits these values only. */
    boolean isValueDependent() {
        return valueDependent;
    }

    private void add(List<CompiledStatement> statements, Compiler compiler, Query of, List<Assignment> assignments) {
        SelectCompiler context = new SelectCompiler(of, compiler, true);
        try {
            statements.add(UpdateCompiler.compile(context, assignments));
        } catch (EmptyResultSetException empty) {
            // no row to update
        }
        valueDependent |= context.isValueDependent();
    }

    private Query prepared() {
        if (!annotationsCleared) {
            inlineAnnotationsInOrder();
            query.annotations = new LinkedHashMap<>();
            annotationsCleared = true;
        }
        Query prepared = query.copy();
        Joining.initialAlias(prepared);
        return prepared;
    }

    private void inlineAnnotationsInOrder() {
        List<Object> order = new ArrayList<>();
        for (Object item : query.order.by()) {
            boolean descending = item instanceof String path && path.startsWith("-");
            Expression annotation =
                    item instanceof String path ? query.annotations.get(descending ? path.substring(1) : path) : null;
            if (annotation != null && annotation.containsAggregate()) {
                throw new FieldError("Cannot update when ordering by an aggregate: " + item);
            }
            order.add(annotation == null ? item : new OrderBy(annotation, descending));
        }
        query.order = query.order.by(order);
    }

    private static long activeTables(Query query) {
        return query.references.values().stream().filter(count -> count > 0).count();
    }

    private static Query keysOf(Query query) {
        Query keys = query.copy();
        keys.clearSelectRelated();
        keys.clearOrdering(true, true);
        keys.select = List.of();
        keys.addFields(List.of(query.model().primaryKey().name()), true);
        return keys;
    }

    private static Query restricted(Query query, Object keys) {
        Query restricted = new Query(query.model(), query.emptyStringsAreNulls());
        Joining.initialAlias(restricted);
        restricted.order = restricted.order.by(query.order.by());
        restricted.addQ(Q.of("pk__in", keys));
        return restricted;
    }
}
