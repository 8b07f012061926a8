package io.djdbc.query.expression;

import io.djdbc.query.EmptyResultSetException;
import io.djdbc.query.model.FieldType;
import io.djdbc.query.sql.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a query has a row. */
public final class Exists extends Subquery implements Condition {

    /** The query; it is copied. */
    public Exists(Query query) {
        super(query);
    }

    private Exists(Query query, boolean own) {
        super(query, own);
    }

    @Override
    protected Expression withSources(List<Expression> sources) {
        return new Exists((Query) sources.get(0), true);
    }

    @Override
    public ValueType valueTypeOrNull() {
        return ValueType.of(FieldType.BOOLEAN);
    }

    @Override
    protected @Nullable Object emptyValue() {
        return false;
    }

    @Override
    public Fragment toSql(SqlContext context) {
        try {
            return context.compileSubquery(query().exists(true)).wrap("EXISTS(", ")");
        } catch (EmptyResultSetException empty) {
            if (!context.syntax().supportsConditionInSelect()) {
                return Fragment.of("1=0");
            }
            return context.compile(Value.of(false));
        }
    }

    @Override
    public Fragment selectFormat(SqlContext context, Fragment sql) {
        return conditionAsNumber(context, sql);
    }
}
