package io.djdbc.query.lookup;

import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.ValueType;
import io.djdbc.query.model.FieldType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All lookups and transforms, Django's and own ones.
 *
 * <pre>{@code
 * Lookups.register(FieldType.CHAR, "ne", NotEqual::new);       // filter("name__ne", "x")
 * Lookups.registerTransform(FieldType.INTEGER, "abs", Abs::new); // filter("rating__abs__gt", 3)
 * }</pre>
 *
 * <p>Safe for use by several threads; what is registered is known to queries built afterwards.
 */
public final class Lookups {

    private static final List<String> NAMES = List.of(
            "exact",
            "iexact",
            "gt",
            "gte",
            "lt",
            "lte",
            "in",
            "contains",
            "icontains",
            "startswith",
            "istartswith",
            "endswith",
            "iendswith",
            "range",
            "isnull",
            "regex",
            "iregex");
    /** What a relation may be asked itself; all else is asked of its fields. */
    private static final List<String> RELATED_NAMES = List.of("exact", "gt", "gte", "in", "isnull", "lt", "lte");

    private static final Set<String> JSON_NAMES = Set.of("contained_by", "has_key", "has_keys", "has_any_keys");
    private static final Map<FieldType, Map<String, LookupFactory>> OWN =
            Collections.synchronizedMap(new EnumMap<>(FieldType.class));
    private static final Map<FieldType, Map<String, UnaryOperator<Expression>>> OWN_TRANSFORMS =
            Collections.synchronizedMap(new EnumMap<>(FieldType.class));

    private Lookups() {}

    /** Makes a lookup known for values of a type. Overrides Django's of the same name. */
    public static void register(FieldType type, String name, LookupFactory factory) {
        OWN.computeIfAbsent(type, key -> new ConcurrentHashMap<>()).put(checked(name), factory);
    }

    /** Makes a transform known for values of a type. */
    public static void registerTransform(FieldType type, String name, UnaryOperator<Expression> factory) {
        OWN_TRANSFORMS.computeIfAbsent(type, key -> new ConcurrentHashMap<>()).put(checked(name), factory);
    }

    private static String checked(String name) {
        if (name.isEmpty() || name.contains("__")) {
            throw new IllegalArgumentException("Not the name of a lookup: '" + name + "'");
        }
        return name;
    }

    /** The lookup of an expression with a name; null if there is none. */
    public static @Nullable LookupFactory find(Expression left, String name) {
        ValueType type = left.valueTypeOrNull();
        if (type != null && type.relation() != null) {
            return RELATED_NAMES.contains(name) ? builtIn(name) : null;
        }
        FieldType fieldType = type == null ? FieldType.AUTOMATIC : type.type();
        Map<String, LookupFactory> own = OWN.get(fieldType);
        LookupFactory registered = own == null ? null : own.get(name);
        if (registered != null) {
            return registered;
        }
        if (left instanceof Extract extract && extract.part().endsWith("year") && isComparison(name)) {
            return (expression, value) -> YearLookup.create(name, (Extract) expression, value);
        }
        if (fieldType == FieldType.JSON) {
            LookupFactory json = JsonLookups.find(left, name);
            if (json != null) {
                return json;
            }
        }
        return builtIn(name);
    }

    private static boolean isComparison(String name) {
        return switch (name) {
            case "exact", "gt", "gte", "lt", "lte" -> true;
            default -> false;
        };
    }

    private static @Nullable LookupFactory builtIn(String name) {
        return switch (name) {
            case "exact", "gt", "gte", "lt", "lte" -> (left, value) -> CompareLookup.create(name, left, value);
            case "iexact", "contains", "icontains", "startswith", "istartswith", "endswith", "iendswith" ->
                (left, value) -> PatternLookup.create(name, left, value);
            case "in" -> InLookup::create;
            case "range" -> RangeLookup::create;
            case "isnull" -> IsNullLookup::create;
            case "regex", "iregex" -> (left, value) -> RegexLookup.create(name, left, value);
            default -> null;
        };
    }

    /** The transform of an expression with a name; null if there is none. */
    public static @Nullable Expression transform(Expression operand, String name) {
        ValueType type = operand.valueTypeOrNull();
        if (type == null || type.relation() != null) {
            return null;
        }
        Map<String, UnaryOperator<Expression>> own = OWN_TRANSFORMS.get(type.type());
        UnaryOperator<Expression> registered = own == null ? null : own.get(name);
        if (registered != null) {
            return registered.apply(operand);
        }
        if (Extract.applies(name, type.type())) {
            return Extract.of(name, operand);
        }
        if (type.type() == FieldType.DATE_TIME && (name.equals("date") || name.equals("time"))) {
            return new DatePart(name.equals("time"), operand);
        }
        return type.type() == FieldType.JSON ? JsonKey.of(name, operand) : null;
    }

    /** The names that may follow an expression, for messages. */
    public static List<String> names(Expression left) {
        ValueType type = left.valueTypeOrNull();
        boolean related = type != null && type.relation() != null;
        List<String> names = new ArrayList<>(related ? RELATED_NAMES : NAMES);
        if (type == null || related) {
            return names;
        }
        for (String part : List.of(
                "year",
                "iso_year",
                "month",
                "day",
                "week",
                "week_day",
                "iso_week_day",
                "quarter",
                "hour",
                "minute",
                "second")) {
            if (Extract.applies(part, type.type())) {
                names.add(part);
            }
        }
        if (type.type() == FieldType.DATE_TIME) {
            names.add("date");
            names.add("time");
        } else if (type.type() == FieldType.JSON) {
            names.addAll(JSON_NAMES);
        }
        names.addAll(OWN.getOrDefault(type.type(), Map.of()).keySet());
        names.addAll(OWN_TRANSFORMS.getOrDefault(type.type(), Map.of()).keySet());
        return names;
    }
}
