package io.djdbc.query.sql;

import io.djdbc.query.FieldError;
import io.djdbc.query.expression.Col;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Ref;
import io.djdbc.query.expression.Resolution;
import io.djdbc.query.model.Attribute;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.ForeignKey;
import io.djdbc.query.model.Model;
import io.djdbc.query.model.PathStep;
import io.djdbc.query.model.ReverseRelation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** From paths to joins and columns. */
final class PathResolver {

    static final String SEPARATOR = "__";

    private PathResolver() {}

    /** A name of a path and the joins that it makes. */
    record NamedPath(String name, List<PathStep> steps) {}

    /**
     * A path that was walked.
     *
     * @param last the attribute at its end; null if that is an annotation
     * @param target the field with the value
     * @param rest the names that are none of a field
     */
    record Walk(
            List<PathStep> path,
            @Nullable Attribute last,
            @Nullable Field target,
            List<String> rest) {}

    /**
     * A path that was joined.
     *
     * @param last the attribute at its end
     * @param target the field with the value
     * @param model the model at its end
     * @param joins the aliases, the first table's too
     * @param transforms names at the end that are transforms
     * @param missing why these are no fields
     */
    record JoinInfo(
            Attribute last,
            Field target,
            Model model,
            List<String> joins,
            List<PathStep> path,
            List<String> transforms,
            @Nullable FieldError missing) {

        String alias() {
            return joins.get(joins.size() - 1);
        }
    }

    /** What is left when joins are dropped whose value the table before has too. */
    record Trimmed(Field target, String alias, List<String> joins) {}

    static List<String> split(String path) {
        return Arrays.asList(path.split(SEPARATOR, -1));
    }

    /** The field or relation that a step follows forward or backward. */
    static ForeignKey key(PathStep step) {
        if (step.joinField() instanceof ForeignKey key) {
            return key;
        }
        return (ForeignKey) ((ReverseRelation) step.joinField()).forward();
    }

    static Walk walk(Query query, List<String> names, Model start, boolean allowMany, boolean failOnMissing) {
        Model model = start;
        List<PathStep> path = new ArrayList<>();
        List<NamedPath> named = new ArrayList<>();
        Attribute last = null;
        Field target = null;
        int position = 0;
        for (; position < names.size(); position++) {
            String name = names.get(position);
            Attribute attribute = name.equals("pk") ? model.primaryKey() : model.attribute(name);
            if (attribute == null) {
                if (position == 0 && query.annotationSelect().containsKey(name)) {
                    return new Walk(path, null, null, names.subList(1, names.size()));
                }
                if (position == 0 || failOnMissing) {
                    throw unknown(query, name, model);
                }
                break;
            }
            List<PathStep> steps = new ArrayList<>(parentSteps(model, attribute));
            if (!attribute.isRelation()) {
                path.addAll(steps);
                last = attribute;
                target = (Field) attribute;
                if (failOnMissing && position + 1 != names.size()) {
                    throw new FieldError("Cannot resolve keyword '" + names.get(position + 1)
                            + "' into field. Join on '" + attribute.name() + "' not permitted.");
                }
                position++;
                break;
            }
            for (PathStep step : attribute.path()) {
                steps.add(step);
                if (step.multiple() && !allowMany) {
                    named.add(new NamedPath(name, steps));
                    throw new MultiJoinException(named);
                }
            }
            path.addAll(steps);
            named.add(new NamedPath(name, steps));
            PathStep end = steps.get(steps.size() - 1);
            last = end.joinField();
            target = end.targetField();
            model = end.to();
        }
        return new Walk(path, last, target, names.subList(position, names.size()));
    }

    private static List<PathStep> parentSteps(Model model, Attribute attribute) {
        Model owner = attribute.model().concrete();
        return owner == model.concrete() ? List.of() : model.pathToParent(owner);
    }

    private static FieldError unknown(Query query, String name, Model model) {
        Set<String> choices = new TreeSet<>(model.attributeNames());
        choices.addAll(query.annotations.keySet());
        return new FieldError(
                "Cannot resolve keyword '" + name + "' into field. Choices are: " + String.join(", ", choices));
    }

    /** Joins what a path needs. */
    static JoinInfo join(
            Query query,
            List<String> names,
            Model start,
            String startAlias,
            @Nullable Set<String> reuse,
            boolean allowMany) {
        FieldError missing = null;
        for (int pivot = names.size(); pivot > 0; pivot--) {
            Walk walk;
            try {
                walk = walk(query, names.subList(0, pivot), start, allowMany, true);
            } catch (FieldError error) {
                if (pivot == 1) {
                    throw error;
                }
                missing = error;
                continue;
            }
            if (walk.last() == null || walk.target() == null) {
                throw unknown(query, names.get(0), start);
            }
            List<String> joins = new ArrayList<>();
            joins.add(startAlias);
            String alias = startAlias;
            Model model = start;
            for (PathStep step : walk.path()) {
                model = step.to();
                boolean nullable = !step.direct() || query.isNullable(step.joinField());
                FromItem.Join join = new FromItem.Join(
                        model, "", alias, step.joinField(), step.fromColumn(), step.toColumn(), nullable, false);
                alias = Joining.join(query, join, step.multiple() ? reuse : null);
                joins.add(alias);
            }
            return new JoinInfo(
                    walk.last(), walk.target(), model, joins, walk.path(), names.subList(pivot, names.size()), missing);
        }
        throw new IllegalArgumentException("A path without names");
    }

    static Trimmed trim(Query query, JoinInfo info) {
        List<String> joins = new ArrayList<>(info.joins());
        Field target = info.target();
        for (int i = info.path().size() - 1; i >= 0 && joins.size() > 1; i--) {
            PathStep step = info.path().get(i);
            if (!step.direct()) {
                break;
            }
            ForeignKey key = key(step);
            if (!key.targetField().column().equals(target.column())) {
                break;
            }
            target = key;
            query.reference(joins.remove(joins.size() - 1), -1);
        }
        return new Trimmed(target, joins.get(joins.size() - 1), joins);
    }

    /** The column at the end of a path, and the transforms after it. */
    static Expression column(Query query, JoinInfo info, Trimmed trimmed) {
        Expression column = Col.of(query.columnAlias(trimmed.alias()), trimmed.target());
        for (String name : info.transforms()) {
            try {
                column = Filters.transform(column, name, null);
            } catch (FieldError error) {
                throw info.missing() != null && info.last() instanceof Field ? info.missing() : error;
            }
        }
        return column;
    }

    /** Django's {@code resolve_ref}. */
    static Expression reference(Query query, String name, Resolution how) {
        Expression annotation = query.annotations.get(name);
        if (annotation != null) {
            return annotation(query, name, annotation, how);
        }
        List<String> names = split(name);
        Expression first = query.annotations.get(names.get(0));
        if (first != null) {
            for (String transform : names.subList(1, names.size())) {
                first = Filters.transform(first, transform, null);
            }
            return first;
        }
        JoinInfo info = join(query, names, query.model(), Joining.initialAlias(query), how.reuse(), true);
        Trimmed trimmed = trim(query, info);
        if (!how.allowJoins() && trimmed.joins().size() > 1) {
            throw new FieldError("Joined field references are not permitted in this query");
        }
        Expression column = column(query, info, trimmed);
        if (how.reuse() != null) {
            how.reuse().addAll(trimmed.joins());
        }
        return column;
    }

    private static Expression annotation(Query query, String name, Expression annotation, Resolution how) {
        if (!how.allowJoins()) {
            for (Col column : Columns.in(List.of(annotation), false, true)) {
                if (query.aliasMap.get(column.alias()) instanceof FromItem.Join) {
                    throw new FieldError("Joined field references are not permitted in this query");
                }
            }
        }
        if (!how.summarize()) {
            return annotation;
        }
        Expression selected = query.annotationSelect().get(name);
        if (selected == null) {
            throw new FieldError("Cannot aggregate over the '" + name + "' alias. Use annotate() to promote it.");
        }
        return new Ref(name, selected);
    }
}
