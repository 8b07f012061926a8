package io.djdbc.query.sql;

import io.djdbc.query.expression.Col;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.ForeignKey;
import io.djdbc.query.model.Model;
import io.djdbc.query.model.PathStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The SELECT list: columns of the model and of related ones, or what values() named, and annotations. */
final class SelectList {

    private final Query query;
    private final List<SelectItem> items = new ArrayList<>();
    private final Map<String, Integer> annotations = new LinkedHashMap<>();
    private @Nullable ModelColumns modelColumns;

    SelectList(SelectCompiler compiler, boolean columnAliases) {
        this.query = compiler.query();
        List<Expression> expressions = new ArrayList<>();
        List<@Nullable String> aliases = new ArrayList<>();
        collect(expressions, aliases);
        int column = 1;
        for (int i = 0; i < expressions.size(); i++) {
            String alias = aliases.get(i);
            if (alias == null && columnAliases) {
                alias = "col" + column++;
            }
            items.add(new SelectItem(expressions.get(i), compiler.selectSql(expressions.get(i)), alias));
        }
    }

    List<SelectItem> items() {
        return items;
    }

    Map<String, Integer> annotations() {
        return annotations;
    }

    @Nullable
    ModelColumns modelColumns() {
        return modelColumns;
    }

    private void collect(List<Expression> expressions, List<@Nullable String> aliases) {
        SelectMask mask = SelectMask.of(query);
        List<Expression> columns = query.defaultColumns
                ? defaultColumns(query, mask, query.model(), Joining.initialAlias(query), null)
                : query.select;
        List<Integer> own = new ArrayList<>();
        if (query.selected == null) {
            for (Expression column : columns) {
                own.add(expressions.size());
                expressions.add(column);
                aliases.add(null);
            }
            query.annotationSelect().forEach((name, annotation) -> {
                annotations.put(name, expressions.size());
                expressions.add(annotation);
                aliases.add(name);
            });
        } else {
            query.selected.forEach((name, what) -> {
                annotations.put(name, expressions.size());
                expressions.add(selected(what, columns));
                aliases.add(name);
            });
        }
        List<ModelColumns> related = List.of();
        if (!query.related.isNone()) {
            RelatedColumns relatedColumns = new RelatedColumns(query, expressions, aliases);
            related = relatedColumns.of(query.model(), Joining.initialAlias(query), query.related, mask, 1, own);
        }
        if (!columns.isEmpty() && query.selected == null) {
            modelColumns = new ModelColumns(query.model(), null, false, false, own, related);
        }
    }

    private Expression selected(Object what, List<Expression> columns) {
        if (what instanceof String annotation) {
            return Objects.requireNonNull(query.annotations.get(annotation), annotation);
        }
        return what instanceof Integer index ? columns.get(index) : (Expression) what;
    }

    /** The columns of a model, with those of its parents, which are joined. */
    static List<Expression> defaultColumns(
            Query query, SelectMask mask, Model model, String startAlias, @Nullable Model fromParent) {
        List<Expression> columns = new ArrayList<>();
        Map<Model, String> aliases = new HashMap<>();
        for (Field field : model.fields()) {
            Model owner = field.model().concrete();
            boolean inherited = owner != model.concrete();
            if (inherited && fromParent != null && fromParent.concrete().inheritsFrom(owner)) {
                continue;
            }
            if (!mask.contains(field)) {
                continue;
            }
            String alias = inherited ? parentAlias(query, model, owner, startAlias, aliases) : startAlias;
            columns.add(Col.of(alias, field));
        }
        return columns;
    }

    private static String parentAlias(
            Query query, Model model, Model parent, String startAlias, Map<Model, String> aliases) {
        String known = aliases.get(parent);
        if (known != null) {
            return known;
        }
        String alias = startAlias;
        for (PathStep step : model.pathToParent(parent)) {
            String seen = aliases.get(step.to());
            if (seen == null) {
                ForeignKey link = PathResolver.key(step);
                seen = PathResolver.join(query, List.of(link.name()), step.from(), alias, null, true)
                        .alias();
                aliases.put(step.to(), seen);
            }
            alias = seen;
        }
        return alias;
    }
}
