package io.djdbc.query.sql;

import io.djdbc.query.FieldError;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.model.Attribute;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.ForeignKey;
import io.djdbc.query.model.Model;
import io.djdbc.query.model.ReverseRelation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns of related objects that are read in the same statement. */
final class RelatedColumns {

    private static final int MAX_DEPTH = 5;

    private final Query query;
    private final List<Expression> expressions;
    private final List<@Nullable String> aliases;

    RelatedColumns(Query query, List<Expression> expressions, List<@Nullable String> aliases) {
        this.query = query;
        this.expressions = expressions;
        this.aliases = aliases;
    }

    List<ModelColumns> of(
            Model model, String alias, RelatedSelect wanted, SelectMask mask, int depth, List<Integer> own) {
        List<ModelColumns> all = new ArrayList<>();
        boolean restricted = query.related.isRestricted();
        if (!restricted && depth > MAX_DEPTH) {
            return all;
        }
        Set<String> found = new LinkedHashSet<>();
        for (Field field : model.fields()) {
            found.add(field.name());
            RelatedSelect next = wanted.get(field.name());
            if (!(field instanceof ForeignKey key)) {
                if (restricted && next != null) {
                    throw new FieldError("Non-relational field given in select_related: '" + field.name()
                            + "'. Choices are: " + choices(model));
                }
            } else if (descends(key, restricted, wanted, mask)) {
                all.add(forward(key, model, alias, next == null ? RelatedSelect.NONE : next, mask, depth));
            }
        }
        if (restricted) {
            for (ReverseRelation reverse : model.reverseRelations()) {
                RelatedSelect next = wanted.get(reverse.name());
                if (next != null && reverse.forward() instanceof ForeignKey key && key.isUnique()) {
                    refuseDeferred(model, reverse, mask);
                    found.add(reverse.name());
                    all.add(backward(reverse, key, model, alias, next, mask, depth, own));
                }
            }
            checkFound(model, wanted, found);
        }
        return all;
    }

    private static boolean descends(ForeignKey key, boolean restricted, RelatedSelect wanted, SelectMask mask) {
        if (key.isParentLink()) {
            return false;
        }
        if (!restricted) {
            return !key.isNullable();
        }
        if (wanted.get(key.name()) == null) {
            return false;
        }
        refuseDeferred(key.model(), key, mask);
        return true;
    }

    private static void refuseDeferred(Model model, Attribute relation, SelectMask mask) {
        if (!mask.contains(relation)) {
            throw new FieldError("Field " + model.name() + "." + relation.name()
                    + " cannot be both deferred and traversed using select_related at the same time.");
        }
    }

    private ModelColumns forward(
            ForeignKey key, Model model, String alias, RelatedSelect next, SelectMask mask, int depth) {
        String joined = PathResolver.join(query, List.of(key.name()), model, alias, null, true)
                .alias();
        Model target = key.target();
        List<Integer> columns = add(SelectList.defaultColumns(query, mask.of(key), target, joined, null));
        List<ModelColumns> related = of(target, joined, next, mask.of(key), depth + 1, columns);
        return new ModelColumns(target, key, false, false, columns, related);
    }

    private ModelColumns backward(
            ReverseRelation reverse,
            ForeignKey key,
            Model model,
            String alias,
            RelatedSelect next,
            SelectMask mask,
            int depth,
            List<Integer> own) {
        String joined = PathResolver.join(query, List.of(reverse.name()), model, alias, null, true)
                .alias();
        Model target = key.model();
        boolean fromParent = target != model && target.inheritsFrom(model);
        List<Integer> columns = new ArrayList<>();
        if (fromParent) {
            columns.addAll(own);
        }
        columns.addAll(add(SelectList.defaultColumns(query, mask.of(reverse), target, joined, model)));
        List<ModelColumns> related = of(target, joined, next, mask.of(reverse), depth + 1, columns);
        return new ModelColumns(target, key, true, fromParent, columns, related);
    }

    private List<Integer> add(List<Expression> columns) {
        List<Integer> indexes = new ArrayList<>();
        for (Expression column : columns) {
            indexes.add(expressions.size());
            expressions.add(column);
            aliases.add(null);
        }
        return indexes;
    }

    private static void checkFound(Model model, RelatedSelect wanted, Set<String> found) {
        List<String> missing = new ArrayList<>();
        for (String name : wanted.names()) {
            if (!found.contains(name)) {
                missing.add("'" + name + "'");
            }
        }
        if (!missing.isEmpty()) {
            throw new FieldError("Invalid field name(s) given in select_related: " + String.join(", ", missing)
                    + ". Choices are: " + choices(model));
        }
    }

    private static String choices(Model model) {
        List<String> choices = new ArrayList<>();
        for (Field field : model.fields()) {
            if (field.isRelation()) {
                choices.add(field.name());
            }
        }
        for (ReverseRelation reverse : model.reverseRelations()) {
            if (!reverse.isHidden() && reverse.forward() instanceof ForeignKey key && key.isUnique()) {
                choices.add(Objects.requireNonNull(reverse.name()));
            }
        }
        return choices.isEmpty() ? "(none)" : String.join(", ", choices);
    }
}
