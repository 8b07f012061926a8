package io.djdbc.query.expression;

import io.djdbc.query.sql.Query;
import jakarta.persistence.metamodel.Attribute;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The value of a field, Django's {@code F()}: {@code F.of("blog__name")}. Paths may cross relations and end in
 * transforms ({@code mod_date__year}).
 */
public class F extends Expression {

    private final String name;

    /** For {@link OuterRef}. */
    F(String name) {
        this.name = Objects.requireNonNull(name, "name");
    }

    /** The field with this path, or the annotation with this name. */
    public static F of(String name) {
        return new F(name);
    }

    /** The field that is this attribute of JPA's static metamodel. */
    public static F of(Attribute<?, ?> attribute) {
        return new F(attribute.getName());
    }

    /** The path. */
    public final String name() {
        return name;
    }

    @Override
    protected List<@Nullable Object> identity() {
        return List.of(name);
    }

    @Override
    public Expression resolve(Query query, Resolution how) {
        return query.resolveReference(name, how);
    }

    @Override
    public Expression replace(java.util.Map<? extends Expression, ? extends Expression> replacements) {
        Expression replacement = replacements.get(this);
        return replacement == null ? this : replacement;
    }

    @Override
    public Expression prefixed(String prefix) {
        return new F(prefix + name);
    }

    @Override
    public @Nullable ValueType valueTypeOrNull() {
        return null;
    }

    @Override
    public Fragment toSql(SqlContext context) {
        throw new IllegalStateException("F(" + name + ") is not resolved");
    }

    @Override
    public String toString() {
        return "F(" + name + ")";
    }
}
