package io.djdbc.query.sql;

import io.djdbc.query.FieldError;
import io.djdbc.query.Manager;
import io.djdbc.query.Q;
import io.djdbc.query.Q.Connector;
import io.djdbc.query.expression.Col;
import io.djdbc.query.expression.Exists;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Ref;
import io.djdbc.query.expression.Resolution;
import io.djdbc.query.expression.Slot;
import io.djdbc.query.expression.ValueType;
import io.djdbc.query.lookup.IsNullLookup;
import io.djdbc.query.lookup.Lookup;
import io.djdbc.query.lookup.LookupFactory;
import io.djdbc.query.lookup.Lookups;
import io.djdbc.query.model.Attribute;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.Instances;
import io.djdbc.query.model.Model;
import io.djdbc.query.model.ReverseRelation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From conditions to WHERE: which joins they need, inner or outer, and where NULL must be kept in mind. */
final class Filters {

    private Filters() {}

    /**
     * Where a condition stands.
     *
     * @param branchNegated under a NOT
     * @param currentNegated under an odd number of NOTs
     * @param reuse the aliases of multi-valued joins that may be used again, added to; null: all
     * @param split whether a multi-valued relation under NOT becomes a subquery
     */
    record Place(
            boolean branchNegated,
            boolean currentNegated,
            @Nullable Set<String> reuse,
            boolean allowJoins,
            boolean split,
            boolean summarize) {

        Place negated(boolean negated) {
            return new Place(branchNegated || negated, currentNegated ^ negated, reuse, allowJoins, split, summarize);
        }

        Resolution resolution() {
            return new Resolution(allowJoins, reuse, summarize);
        }
    }

    /** A condition and the aliases that it needs as inner joins. */
    record Built(WhereNode clause, Collection<String> inner) {}

    static void add(Query query, Q q, boolean reuseAll) {
        List<String> innerBefore = new ArrayList<>();
        query.aliasMap.forEach((alias, item) -> {
            if (item.isInner()) {
                innerBefore.add(alias);
            }
        });
        Set<String> reuse = reuseAll ? new LinkedHashSet<>(query.aliasMap.keySet()) : query.usedAliases;
        WhereNode clause = connected(query, q, new Place(false, false, reuse, true, true, false))
                .clause();
        if (!clause.isEmpty()) {
            query.where = query.where.add(clause, Connector.AND);
        }
        Joining.demote(query, innerBefore);
    }

    static Built connected(Query query, Q q, Place outer) {
        Place place = outer.negated(q.isNegated());
        WhereNode target = WhereNode.of(q.connector(), q.isNegated());
        JoinPromoter promoter = new JoinPromoter(q.connector(), q.children().size(), place.currentNegated());
        for (Object child : q.children()) {
            Built built = build(query, child, place);
            promoter.addVotes(built.inner());
            if (!built.clause().isEmpty()) {
                target = target.add(built.clause(), q.connector());
            }
        }
        return new Built(target, promoter.apply(query));
    }

    static Built build(Query query, Object child, Place place) {
        if (child instanceof Q q) {
            return connected(query, q, place);
        }
        if (child instanceof Expression expression) {
            return condition(query, expression, place);
        }
        return comparison(query, (Q.Comparison) child, place);
    }

    private static Built condition(Query query, Expression expression, Place place) {
        if (!expression.isConditional()) {
            throw new IllegalArgumentException("Cannot filter against a non-conditional expression.");
        }
        Expression resolved = expression.resolve(query, place.resolution());
        Expression clause = resolved instanceof Lookup ? resolved : exact(resolved, Slot.of(true));
        return new Built(WhereNode.of(clause), List.of());
    }

    /** A comparison for equality. */
    static Lookup exact(Expression left, Object right) {
        return Objects.requireNonNull(Lookups.find(left, "exact")).create(left, right);
    }

    private static Built comparison(Query query, Q.Comparison comparison, Place place) {
        if (comparison.path().isEmpty()) {
            throw new FieldError("Cannot parse keyword query ''");
        }
        Solved solved = solve(query, comparison.path(), place.summarize());
        if (!place.allowJoins() && solved.fields().size() > 1) {
            throw new FieldError("Joined field references are not permitted in this query");
        }
        Map<String, Integer> before = new LinkedHashMap<>(query.references);
        Object value = resolveValue(query, comparison.value(), place);
        Set<String> usedJoins = new LinkedHashSet<>();
        query.references.forEach((alias, count) -> {
            if (count > before.getOrDefault(alias, 0)) {
                usedJoins.add(alias);
            }
        });
        if (solved.annotation() != null) {
            return new Built(WhereNode.of(lookup(query, solved.lookups(), solved.annotation(), value)), List.of());
        }
        String first = Joining.initialAlias(query);
        PathResolver.JoinInfo info;
        try {
            boolean allowMany = !place.branchNegated() || !place.split();
            info = PathResolver.join(query, solved.fields(), query.model(), first, place.reuse(), allowMany);
            checkObjects(info, value);
            query.lookupJoins = info.joins();
        } catch (MultiJoinException many) {
            return ExcludeSplitter.split(query, comparison, place, many.path());
        }
        usedJoins.addAll(info.joins());
        PathResolver.Trimmed trimmed = PathResolver.trim(query, info);
        if (place.reuse() != null) {
            place.reuse().addAll(trimmed.joins());
        }
        Col column = Col.of(query.columnAlias(trimmed.alias()), trimmed.target(), info.last());
        Lookup lookup = lookup(query, solved.lookups(), column, value);
        return withNulls(query, place, lookup, info, trimmed, value, usedJoins);
    }

    /** NOT (column = value) is to hold where the column is NULL. */
    private static Built withNulls(
            Query query,
            Place place,
            Lookup lookup,
            PathResolver.JoinInfo info,
            PathResolver.Trimmed trimmed,
            @Nullable Object value,
            Set<String> usedJoins) {
        WhereNode clause = WhereNode.of(lookup);
        boolean negated = place.currentNegated();
        IsNullLookup isNull = lookup instanceof IsNullLookup found ? found : null;
        boolean outer = isNull != null && isNull.wantsNull() && !negated;
        if (negated && (isNull == null || !isNull.wantsNull()) && !lookup.isNull()) {
            outer = true;
            if (isNull == null) {
                String alias = trimmed.alias();
                FromItem last =
                        query.aliasMap.get(trimmed.joins().get(trimmed.joins().size() - 1));
                if (query.isNullable(trimmed.target()) || last != null && last.isOuter()) {
                    Col column = Col.of(query.columnAlias(alias), trimmed.target(), info.target());
                    clause = clause.add(IsNullLookup.of(column, false), Connector.AND);
                }
                if (value instanceof Col other && query.isNullable(other.target())) {
                    clause = clause.add(IsNullLookup.of(other, false), Connector.AND);
                }
            }
        }
        return new Built(clause, outer ? List.of() : usedJoins);
    }

    /**
     * A path taken apart.
     *
     * @param lookups transforms and the lookup
     * @param fields the names of fields
     * @param annotation what the path names instead of fields; null if fields
     */
    record Solved(
            List<String> lookups,
            List<String> fields,
            @Nullable Expression annotation) {}

    static Solved solve(Query query, String path, boolean summarize) {
        List<String> names = PathResolver.split(path);
        for (int n = 1; n <= names.size() && !query.annotations.isEmpty(); n++) {
            String name = String.join(PathResolver.SEPARATOR, names.subList(0, n));
            Expression annotation = query.annotations.get(name);
            if (annotation != null) {
                return new Solved(
                        names.subList(n, names.size()), List.of(), summarize ? new Ref(name, annotation) : annotation);
            }
        }
        List<String> rest =
                PathResolver.walk(query, names, query.model(), true, false).rest();
        return new Solved(rest, names.subList(0, names.size() - rest.size()), null);
    }

    /** Expressions in it resolved; plain values in a slot. */
    static @Nullable Object resolveValue(Query query, @Nullable Object value, Place place) {
        if (value instanceof Manager<?> rows) {
            return rows.all().query().resolve(query, place.resolution());
        }
        if (value instanceof Expression expression) {
            return expression.resolve(query, place.resolution());
        }
        if (value instanceof Collection<?> list && list.stream().anyMatch(Filters::hasExpression)) {
            List<@Nullable Object> resolved = new ArrayList<>();
            for (Object member : list) {
                resolved.add(
                        member instanceof Expression expression
                                ? expression.resolve(query, place.resolution())
                                : member);
            }
            return resolved;
        }
        return value instanceof Slot ? value : Slot.of(value);
    }

    private static boolean hasExpression(@Nullable Object member) {
        return member instanceof Expression;
    }

    private static void checkObjects(PathResolver.JoinInfo info, @Nullable Object operand) {
        if (!info.last().isRelation()) {
            return;
        }
        Object value = operand instanceof Slot slot ? slot.value() : operand;
        if (value instanceof Query query) {
            if (!query.hasSelectFields() && !compatible(query.model(), info)) {
                throw new IllegalArgumentException(
                        "Cannot use QuerySet for \"" + query.model().name() + "\": Use a QuerySet for \""
                                + info.model().name() + "\".");
            }
        } else if (value instanceof Collection<?> list) {
            list.forEach(member -> checkObject(info, member));
        } else {
            checkObject(info, value);
        }
    }

    private static void checkObject(PathResolver.JoinInfo info, @Nullable Object value) {
        if (value != null && Instances.isInstance(value) && !isCompatible(value, info)) {
            throw new IllegalArgumentException("Cannot query \"" + Instances.text(value) + "\": Must be \""
                    + info.model().name() + "\" instance.");
        }
    }

    private static boolean compatible(Model model, PathResolver.JoinInfo info) {
        return related(model, info.model())
                || info.last() instanceof Field field && field.isPrimaryKey() && related(model, field.model());
    }

    private static boolean related(Model one, Model other) {
        return one.inheritsFrom(other) || other.inheritsFrom(one);
    }

    private static boolean isCompatible(@Nullable Object object, PathResolver.JoinInfo info) {
        return isOf(object, info.model())
                || info.last() instanceof Field field && field.isPrimaryKey() && isOf(object, field.model());
    }

    private static boolean isOf(@Nullable Object object, Model model) {
        if (model.isInstance(object) || model.concrete().isInstance(object)) {
            return true;
        }
        for (Model parent : model.ancestors()) {
            if (parent.isInstance(object)) {
                return true;
            }
        }
        return false;
    }

    /** Django's {@code build_lookup}. */
    static Lookup lookup(Query query, List<String> names, Expression start, @Nullable Object value) {
        Expression left = start;
        int last = names.size() - 1;
        for (int i = 0; i < last; i++) {
            left = transform(left, names.get(i), names.subList(i, names.size()));
        }
        String name = names.isEmpty() ? "exact" : names.get(last);
        LookupFactory factory = Lookups.find(left, name);
        if (factory == null) {
            left = transform(left, name, null);
            name = "exact";
            factory = Objects.requireNonNull(Lookups.find(left, name));
        }
        boolean equality = name.equals("exact") || name.equals("iexact");
        Lookup lookup = factory.create(left, value);
        if (lookup.isNull() && !lookup.takesNull()) {
            if (!equality) {
                throw new IllegalArgumentException("Cannot use None as a query value");
            }
            return isNull(left);
        }
        if (query.emptyStringsAreNulls() && name.equals("exact") && "".equals(lookup.directValue())) {
            return isNull(left);
        }
        return lookup;
    }

    private static Lookup isNull(Expression left) {
        return Objects.requireNonNull(Lookups.find(left, "isnull")).create(left, true);
    }

    /** A transform by its name. */
    static Expression transform(Expression operand, String name, @Nullable List<String> following) {
        Expression transform = Lookups.transform(operand, name);
        if (transform != null) {
            return transform;
        }
        ValueType type = operand.valueTypeOrNull();
        String unsupported = following == null ? name : String.join(PathResolver.SEPARATOR, following);
        List<String> close = CloseMatches.of(name, Lookups.names(operand));
        String suggestion = close.isEmpty() ? "." : ", perhaps you meant " + String.join(" or ", close) + "?";
        throw new FieldError("Unsupported lookup '" + unsupported + "' for "
                + (type == null ? "NoneType" : className(type))
                + " or join on the field not permitted" + suggestion);
    }

    private static String className(ValueType type) {
        Attribute relation = type.relation();
        if (relation instanceof ReverseRelation reverse) {
            return className(reverse);
        }
        return relation instanceof Field field ? field.type().internalType() : type.internalType();
    }

    static String className(ReverseRelation reverse) {
        return reverse.isManyToMany() ? "ManyToManyRel" : reverse.isOneToOne() ? "OneToOneRel" : "ManyToOneRel";
    }

    /** A condition that is no filter: of CASE, or of an aggregate. */
    static WhereNode resolve(Query query, Q q, Resolution how) {
        Place place = new Place(false, false, how.reuse(), how.allowJoins(), false, how.summarize());
        Built built = connected(query, q, place);
        Joining.promote(query, built.inner());
        return built.clause();
    }

    /** That a subquery has a row. */
    static Built exists(Query query, Query inner) {
        return build(query, new Exists(inner), new Place(false, false, null, true, true, false));
    }
}
