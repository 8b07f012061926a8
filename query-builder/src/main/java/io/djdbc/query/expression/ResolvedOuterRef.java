package io.djdbc.query.expression;

import io.djdbc.query.sql.Query;
import java.util.Map;

/** A field of the query around, once the subquery has it; becomes a column when the query around takes the subquery. */
public final class ResolvedOuterRef extends F {

    public ResolvedOuterRef(String name) {
        super(name);
    }

    @Override
    public Expression resolve(Query query, Resolution how) {
        Expression column = super.resolve(query, how);
        return name().contains("__") && column instanceof Col col ? col.possiblyMultivalued() : column;
    }

    @Override
    public Fragment toSql(SqlContext context) {
        throw new IllegalArgumentException(
                "This queryset contains a reference to an outer query and may only be used in a subquery.");
    }

    @Override
    public Expression relabeled(Map<String, String> aliases) {
        return this;
    }

    @Override
    public java.util.List<Expression> groupByColumns() {
        return java.util.List.of();
    }
}
