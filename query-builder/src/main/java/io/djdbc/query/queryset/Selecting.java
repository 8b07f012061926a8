package io.djdbc.query.queryset;

import io.djdbc.query.FieldError;
import io.djdbc.query.Q;
import io.djdbc.query.expression.Aggregate;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.F;
import io.djdbc.query.lookup.Trunc;
import io.djdbc.query.model.Attribute;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.FieldType;
import io.djdbc.query.sql.Query;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a query set selects: annotations, values, dates. */
final class Selecting {

    private static final Set<String> DATES = Set.of("year", "month", "week", "day");
    private static final Set<String> DATETIMES = Set.of("year", "month", "week", "day", "hour", "minute", "second");

    private Selecting() {}

    static Definition annotated(Definition from, Map<String, ? extends Expression> expressions, boolean select) {
        Set<String> taken = from.isInstances() ? attributeNames(from) : new HashSet<>(from.fields());
        Query query = from.query().chain();
        boolean grouped = false;
        for (Map.Entry<String, ? extends Expression> entry : expressions.entrySet()) {
            String name = entry.getKey();
            if (taken.contains(name)) {
                throw new IllegalArgumentException(
                        "The annotation '" + name + "' conflicts with a field on the model.");
            }
            query.addAnnotation(Conditions.expression(entry.getValue()), name, select);
            Expression resolved = query.annotation(name);
            grouped |= resolved != null && resolved.containsAggregate();
        }
        if (grouped && from.isInstances()) {
            query.setGroupByAll();
        } else if (grouped) {
            query.setGroupBy(true);
        }
        return from.with(query);
    }

    private static Set<String> attributeNames(Definition from) {
        Set<String> names = new HashSet<>();
        for (Attribute attribute : from.model().attributes()) {
            names.add(attribute.name());
            if (attribute instanceof Field field) {
                names.add(field.attname());
            }
        }
        return names;
    }

    static Definition values(Definition from, Object[] fields, Map<String, ? extends Expression> named) {
        return selected(from, fields, named, RowForm.MAP);
    }

    static Definition lists(Definition from, Object[] fields) {
        return selected(from, fields, Map.of(), RowForm.LIST);
    }

    static Definition flat(Definition from, Object[] fields) {
        if (fields.length > 1) {
            throw new IllegalArgumentException(
                    "'flat' is not valid when values_list is called with more than one field.");
        }
        return selected(from, fields, Map.of(), RowForm.FLAT);
    }

    private static Definition selected(
            Definition from, Object[] fields, Map<String, ? extends Expression> named, RowForm form) {
        List<String> names = new ArrayList<>();
        Map<String, Expression> expressions = new LinkedHashMap<>();
        for (Object field : fields) {
            if (field instanceof Expression expression) {
                String name = nameOf(expression, names, named);
                expressions.put(name, expression);
                names.add(name);
            } else {
                names.add(Conditions.name(field));
            }
        }
        expressions.putAll(named);
        names.addAll(named.keySet());
        Definition annotated = expressions.isEmpty() ? from : annotated(from, expressions, true);
        Query query = annotated.query().chain();
        query.setValues(names);
        return annotated.with(query, form, names);
    }

    private static String nameOf(Expression expression, List<String> names, Map<String, ? extends Expression> named) {
        String alias = expression instanceof Aggregate aggregate ? aggregate.defaultAlias() : null;
        String prefix = alias != null ? alias : djangoName(expression).toLowerCase(Locale.ROOT);
        for (int counter = 1; ; counter++) {
            String name = counter == 1 && alias != null ? alias : prefix + counter;
            if (!names.contains(name) && !named.containsKey(name)) {
                return name;
            }
        }
    }

    /** The name that Django's class has, from which it makes an alias. */
    private static String djangoName(Expression expression) {
        String name = expression.getClass().getSimpleName();
        return name.equals("Combined") ? "CombinedExpression" : name;
    }

    static Definition dates(Definition from, String field, String kind, String order) {
        refuseKind(kind, DATES, "'kind' must be one of 'year', 'month', 'week', or 'day'.");
        return truncated(from, field, kind, order, "datefield", FieldType.DATE);
    }

    static Definition datetimes(Definition from, String field, String kind, String order) {
        refuseKind(
                kind,
                DATETIMES,
                "'kind' must be one of 'year', 'month', 'week', 'day', 'hour', 'minute', or 'second'.");
        return truncated(from, field, kind, order, "datetimefield", FieldType.DATE_TIME);
    }

    private static void refuseKind(String kind, Set<String> known, String message) {
        if (!known.contains(kind)) {
            throw new IllegalArgumentException(message);
        }
    }

    private static Definition truncated(
            Definition from, String field, String kind, String order, String name, FieldType type) {
        if (!order.equals("ASC") && !order.equals("DESC")) {
            throw new IllegalArgumentException("'order' must be either 'ASC' or 'DESC'.");
        }
        from.refuseCombined("annotate");
        Map<String, Expression> expressions = new LinkedHashMap<>();
        expressions.put(name, Trunc.of(kind, field, type));
        expressions.put("plain_field", F.of(field));
        Definition annotated = annotated(from, expressions, true);
        Definition selected = flat(annotated, new Object[] {name});
        Query query = selected.query().chain();
        query.setDistinct(List.of());
        query = query.chain();
        query.addQ(Q.of("plain_field__isnull", false));
        query.clearOrdering(true, false);
        query.addOrdering(List.of((order.equals("DESC") ? "-" : "") + name));
        return selected.with(query);
    }

    /** Names of {@code only()} cannot be those of annotations only. */
    static void refuseLookup(Definition from, String field, String method) {
        if (field.isEmpty()) {
            throw new FieldError(
                    "An empty name given to " + method + "() of " + from.model().label());
        }
    }
}
