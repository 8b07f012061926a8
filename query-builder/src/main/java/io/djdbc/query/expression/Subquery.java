package io.djdbc.query.expression;

import io.djdbc.query.sql.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query as a value: its one row and column. */
public class Subquery extends Expression {

    private final Query query;

    /** The query; it is copied. */
    public Subquery(Query query) {
        this(query.asSubquery(), true);
    }

    Subquery(Query query, boolean own) {
        this.query = query;
    }

    public final Query query() {
        return query;
    }

    @Override
    public List<Expression> sources() {
        return List.of(query);
    }

    @Override
    protected Expression withSources(List<Expression> sources) {
        return new Subquery((Query) sources.get(0), true);
    }

    @Override
    public Expression resolvedAgain() {
        return this;
    }

    @Override
    public @Nullable ValueType valueTypeOrNull() {
        return query.valueTypeOrNull();
    }

    @Override
    public boolean containsAggregate() {
        return false;
    }

    @Override
    public boolean containsSubquery() {
        return true;
    }

    @Override
    protected @Nullable Object emptyValue() {
        return null;
    }

    @Override
    public List<Expression> groupByColumns() {
        return query.groupByColumns(this);
    }

    @Override
    public Fragment toSql(SqlContext context) {
        return context.compileSubquery(query).inParentheses();
    }
}
