package io.djdbc.query;

import io.djdbc.query.expression.Condition;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Fragment;
import io.djdbc.query.expression.Resolution;
import io.djdbc.query.expression.SqlContext;
import io.djdbc.query.expression.ValueType;
import io.djdbc.query.sql.Query;
import jakarta.persistence.metamodel.Attribute;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Conditions, connected; Django's {@code Q}. Immutable.
 *
 * <pre>{@code
 * entries.filter(Q.of("headline__startswith", "Who").or(Q.not("pub_date__year", 2005)));
 * }</pre>
 */
public final class Q extends Expression implements Condition {

    /** How the parts of a condition are connected. */
    public enum Connector {
        AND,
        OR,
        XOR
    }

    /**
     * One comparison.
     *
     * @param path the fields, transforms and lookup: {@code blog__name__contains}
     * @param value a value, an instance, a list, an expression or a query
     */
    public record Comparison(String path, @Nullable Object value) {}

    private static final Q EMPTY = new Q(Connector.AND, false, List.of());

    private final Connector connector;
    private final boolean negated;
    private final List<Object> children;

    private Q(Connector connector, boolean negated, List<Object> children) {
        this.connector = connector;
        this.negated = negated;
        this.children = List.copyOf(children);
    }

    /** No condition: all rows. */
    public static Q all() {
        return EMPTY;
    }

    /**
     * Comparisons that all hold.
     *
     * @param path fields and a lookup
     * @param value what they are compared with; null is SQL's NULL
     * @param more further paths and values
     */
    public static Q of(String path, @Nullable Object value, @Nullable Object... more) {
        if (more.length % 2 != 0) {
            throw new IllegalArgumentException("A path without a value: " + more[more.length - 1]);
        }
        Object[] children = new Object[1 + more.length / 2];
        children[0] = new Comparison(path, value);
        for (int i = 0; i < more.length; i += 2) {
            if (!(more[i] instanceof String next)) {
                throw new IllegalArgumentException("Not a path: " + more[i]);
            }
            children[1 + i / 2] = new Comparison(next, more[i + 1]);
        }
        return new Q(Connector.AND, false, List.of(children));
    }

    /** A comparison of an attribute of JPA's static metamodel. */
    public static Q of(Attribute<?, ?> attribute, @Nullable Object value) {
        return of(attribute.getName(), value);
    }

    /** Conditions that all hold: other {@code Q}s, and expressions such as EXISTS. */
    public static Q of(Expression... conditions) {
        return new Q(Connector.AND, false, Arrays.asList((Object[]) conditions));
    }

    /** Parts, each a {@link Comparison} or an expression, connected. */
    public static Q of(Connector connector, boolean negated, List<?> children) {
        return new Q(connector, negated, List.copyOf(children));
    }

    /** The opposite of a comparison. */
    public static Q not(String path, @Nullable Object value) {
        return of(path, value).not();
    }

    /** The opposite of a comparison. */
    public static Q not(Attribute<?, ?> attribute, @Nullable Object value) {
        return of(attribute, value).not();
    }

    /** Both hold. */
    public Q and(Q other) {
        return combine(other, Connector.AND);
    }

    /** One of them holds, or both. */
    public Q or(Q other) {
        return combine(other, Connector.OR);
    }

    /** An odd number of those connected so holds. */
    public Q xor(Q other) {
        return combine(other, Connector.XOR);
    }

    /** The opposite. */
    public Q not() {
        return new Q(connector, !negated, children);
    }

    private Q combine(Q other, Connector by) {
        if (isEmpty()) {
            return other;
        }
        if (other.isEmpty()) {
            return this;
        }
        List<Object> joined = new ArrayList<>();
        addTo(joined, by);
        other.addTo(joined, by);
        return new Q(by, false, joined);
    }

    private void addTo(List<Object> target, Connector by) {
        if (!negated && (connector == by || children.size() == 1)) {
            target.addAll(children);
        } else {
            target.add(this);
        }
    }

    public Connector connector() {
        return connector;
    }

    public boolean isNegated() {
        return negated;
    }

    /** The parts, each a {@link Comparison} or an {@link Expression}. */
    public List<Object> children() {
        return children;
    }

    /** Whether it has no condition. */
    public boolean isEmpty() {
        return children.isEmpty();
    }

    @Override
    protected List<@Nullable Object> identity() {
        return List.of(connector, negated, children);
    }

    @Override
    public boolean isConditional() {
        return true;
    }

    @Override
    public Expression resolve(Query query, Resolution how) {
        return query.resolveCondition(this, how);
    }

    @Override
    public Expression relabeled(Map<String, String> aliases) {
        return this;
    }

    @Override
    public ValueType valueTypeOrNull() {
        return ValueType.BOOLEAN;
    }

    @Override
    public Fragment toSql(SqlContext context) {
        throw new IllegalStateException("A Q is not resolved");
    }
}
