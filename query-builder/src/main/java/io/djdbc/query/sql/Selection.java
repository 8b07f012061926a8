package io.djdbc.query.sql;

import io.djdbc.query.FieldError;
import io.djdbc.query.expression.Col;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Ref;
import io.djdbc.query.expression.Resolution;
import io.djdbc.query.model.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a query selects instead of all columns, and what it groups by. */
final class Selection {

    private Selection() {}

    static void addFields(Query query, List<String> paths, boolean allowMany) {
        String alias = Joining.initialAlias(query);
        List<Expression> columns = new ArrayList<>();
        for (String path : paths) {
            try {
                PathResolver.JoinInfo info =
                        PathResolver.join(query, PathResolver.split(path), query.model(), alias, null, allowMany);
                columns.add(PathResolver.column(query, info, PathResolver.trim(query, info)));
            } catch (MultiJoinException many) {
                throw new FieldError("Invalid field name: '" + path + "'");
            } catch (FieldError error) {
                if (path.contains(PathResolver.SEPARATOR)) {
                    throw error;
                }
                Set<String> choices = new TreeSet<>(query.model().attributeNames());
                choices.addAll(query.annotationSelect().keySet());
                throw new FieldError(
                        "Cannot resolve keyword '" + path + "' into field. Choices are: " + String.join(", ", choices));
            }
        }
        if (!columns.isEmpty()) {
            query.setSelect(columns);
        }
    }

    static void setValues(Query query, List<String> names) {
        query.clearSelectRelated();
        query.clearDeferred();
        query.clearSelectFields();
        List<String> fields = new ArrayList<>();
        Map<String, Object> selected = new LinkedHashMap<>();
        if (names.isEmpty()) {
            fields.addAll(query.model().fields().stream().map(Field::attname).toList());
        } else {
            names.forEach(Aliases::check);
            select(query, names, fields, selected);
        }
        Set<String> selectedNames =
                names.isEmpty() ? new LinkedHashSet<>(fields) : new LinkedHashSet<>(selected.keySet());
        if (query.groupByAll) {
            query.addFields(query.model().fields().stream().map(Field::attname).toList(), false);
            setGroupBy(query, false);
            query.clearSelectFields();
        } else if (query.groupBy != null) {
            query.groupBy = query.groupBy.stream()
                    .map(expression -> expression instanceof Ref ref && !selectedNames.contains(ref.name())
                            ? query.annotations.getOrDefault(ref.name(), expression)
                            : expression)
                    .toList();
        }
        query.valuesSelect = List.copyOf(fields);
        addFields(query, fields, true);
        query.selected = names.isEmpty() ? null : selected;
    }

    private static void select(Query query, List<String> names, List<String> fields, Map<String, Object> selected) {
        if (query.annotations.isEmpty()) {
            fields.addAll(new LinkedHashSet<>(names));
            for (int i = 0; i < fields.size(); i++) {
                selected.put(fields.get(i), i);
            }
            Annotating.setMask(query, List.of());
            return;
        }
        query.defaultColumns = false;
        List<String> annotations = new ArrayList<>();
        Map<String, Expression> visible = query.annotationSelect();
        for (String name : names) {
            if (visible.containsKey(name)) {
                annotations.add(name);
                selected.put(name, name);
            } else if (query.annotations.containsKey(name)) {
                throw new FieldError("Cannot select the '" + name + "' alias. Use annotate() to promote it.");
            } else if (query.annotations.containsKey(PathResolver.split(name).get(0))) {
                selected.put(name, query.resolveReference(name, Resolution.FREE));
            } else {
                if (!visible.isEmpty()) {
                    PathResolver.walk(query, PathResolver.split(name), query.model(), true, false);
                }
                selected.put(name, fields.size());
                fields.add(name);
            }
        }
        Annotating.setMask(query, annotations);
    }

    static void setGroupBy(Query query, boolean allowAliases) {
        if (allowAliases && !query.valuesSelect.isEmpty()) {
            valuesToAnnotations(query);
        }
        List<Expression> groupBy = new ArrayList<>(query.select);
        query.annotationSelect().forEach((name, annotation) -> {
            List<Expression> columns = annotation.groupByColumns();
            if (columns.isEmpty()) {
                return;
            }
            if (allowAliases && !annotation.containsAggregate()) {
                groupBy.add(new Ref(name, annotation));
            } else {
                groupBy.addAll(columns);
            }
        });
        query.groupByAll = false;
        query.groupBy = List.copyOf(groupBy);
    }

    /** What is no plain column is grouped by its alias, so it becomes an annotation. */
    private static void valuesToAnnotations(Query query) {
        Map<String, Expression> moved = new LinkedHashMap<>();
        Map<String, Expression> columns = new LinkedHashMap<>();
        for (int i = 0; i < query.valuesSelect.size(); i++) {
            Expression expression = query.select.get(i);
            (expression instanceof Col ? columns : moved).put(query.valuesSelect.get(i), expression);
        }
        Map<String, Expression> annotations = new LinkedHashMap<>(moved);
        annotations.putAll(query.annotations);
        query.annotations = annotations;
        Annotating.alsoVisible(query, moved.keySet());
        query.select = List.copyOf(columns.values());
        query.valuesSelect = List.copyOf(columns.keySet());
        if (query.selected != null) {
            int index = 0;
            for (String name : columns.keySet()) {
                query.selected.put(name, index++);
            }
        }
    }
}
