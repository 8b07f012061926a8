package io.djdbc.query.lookup;

import io.djdbc.query.expression.Conversion;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Fragment;
import io.djdbc.query.expression.Parameter;
import io.djdbc.query.expression.Slot;
import io.djdbc.query.expression.SqlContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code has_key}, {@code has_keys} (all) and {@code has_any_keys} of a JSON object. */
final class JsonHasKey extends Lookup {

    JsonHasKey(String name, Expression left, Operand right) {
        super(name, left, right);
    }

    @Override
    protected Lookup with(Expression newLeft, Operand newRight) {
        return new JsonHasKey(name(), newLeft, newRight);
    }

    /** On Oracle: whether there is such a member. */
    static Fragment exists(SqlContext context, JsonKey key) {
        return Fragment.fill(
                "JSON_EXISTS({0}, {1})",
                context.compile(key.document()), Fragment.of(JsonPath.oracleLiteral(JsonPath.of(key.keys()))));
    }

    @Override
    protected Fragment sql(SqlContext context) {
        JsonLookups.refuseWithout(context);
        if (context.syntax().vendor().equals("postgresql")) {
            return postgreSql(context);
        }
        String root = left() instanceof JsonKey key ? JsonPath.of(key.keys()) : "$";
        Expression document = left() instanceof JsonKey key ? key.document() : left();
        Fragment documentSql = context.compile(document);
        List<Operand> keys = right() instanceof Operand.Items list ? list.items() : List.of(right());
        List<Fragment> parts = new ArrayList<>();
        for (Operand key : keys) {
            parts.add(exists(context, documentSql, root, (Operand.Direct) key));
        }
        Fragment all = Fragment.join(name().equals("has_any_keys") ? " OR " : " AND ", parts);
        return right() instanceof Operand.Items ? all.wrap("(", ")") : all;
    }

    private static Fragment exists(SqlContext context, Fragment document, String root, Operand.Direct key) {
        Conversion toPath = key.conversion().then(new Path(root));
        String vendor = context.syntax().vendor();
        if (vendor.equals("oracle")) {
            context.dependsOnValues();
            String path = String.valueOf(toPath.convert(key.slot().value()));
            return Fragment.fill("JSON_EXISTS({0}, {1})", document, Fragment.of(JsonPath.oracleLiteral(path)));
        }
        Fragment path = Fragment.of("?", Parameter.of(key.slot(), toPath, null));
        return Fragment.fill(
                vendor.equals("sqlite") ? "JSON_TYPE({0}, {1}) IS NOT NULL" : "JSON_CONTAINS_PATH({0}, 'one', {1})",
                document,
                path);
    }

    /** JDBC's {@code ??} is PostgreSQL's operator {@code ?}. */
    private Fragment postgreSql(SqlContext context) {
        Fragment left = context.compile(left());
        if (right() instanceof Operand.Items list) {
            if (list.items().isEmpty()) {
                context.dependsOnValues();
            }
            Slot keys = list.items().isEmpty()
                    ? Slot.of(List.of())
                    : ((Operand.Direct) list.items().get(0)).slot();
            String operator = name().equals("has_keys") ? "??&" : "??|";
            return Fragment.fill(
                    "{0} " + operator + " {1}", left, Fragment.of("?", Parameter.of(keys, new Strings(), null)));
        }
        Operand.Direct key = (Operand.Direct) right();
        return Fragment.fill(
                "{0} ?? {1}",
                left, Fragment.of("?", Parameter.of(key.slot(), key.conversion().then(new Text()), null)));
    }

    private record Path(String root) implements Conversion {
        @Override
        public @Nullable Object convert(@Nullable Object value) {
            return root + JsonPath.name(String.valueOf(value));
        }
    }

    private record Text() implements Conversion {
        @Override
        public @Nullable Object convert(@Nullable Object value) {
            return String.valueOf(value);
        }
    }

    private record Strings() implements Conversion {
        @Override
        public @Nullable Object convert(@Nullable Object value) {
            return Operand.members(value).stream().map(String::valueOf).toList();
        }
    }
}
