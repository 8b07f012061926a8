package io.djdbc.query.expression;

import io.djdbc.query.sql.Query;
import org.jspecify.annotations.Nullable;

/**
 * In a subquery, a field of the query around it: {@code OuterRef.of("pk")}. An {@code OuterRef} of an {@code OuterRef}
 * is a field of the query around that.
 */
public final class OuterRef extends F {

    private final @Nullable OuterRef inner;

    private OuterRef(String name, @Nullable OuterRef inner) {
        super(name);
        this.inner = inner;
    }

    public static OuterRef of(String name) {
        return new OuterRef(name, null);
    }

    /** One query further out. */
    public static OuterRef of(OuterRef inner) {
        return new OuterRef(inner.name(), inner);
    }

    @Override
    public Expression resolve(Query query, Resolution how) {
        return inner != null ? inner : new ResolvedOuterRef(name());
    }

    @Override
    public Expression relabeled(java.util.Map<String, String> aliases) {
        return this;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OuterRef that
                && that.name().equals(name())
                && (inner == null ? that.inner == null : inner.equals(that.inner));
    }

    @Override
    public int hashCode() {
        return name().hashCode();
    }
}
