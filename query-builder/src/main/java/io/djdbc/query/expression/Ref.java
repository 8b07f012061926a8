package io.djdbc.query.expression;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The name of something in the SELECT list, in place of it. */
public class Ref extends Expression {

    private final String name;
    private final Expression source;

    public Ref(String name, Expression source) {
        this.name = name;
        this.source = source;
    }

    public final String name() {
        return name;
    }

    public final Expression source() {
        return source;
    }

    @Override
    public List<Expression> sources() {
        return List.of(source);
    }

    @Override
    protected Expression withSources(List<Expression> sources) {
        return new Ref(name, sources.get(0));
    }

    @Override
    protected List<@Nullable Object> identity() {
        return List.of(name);
    }

    /** It is resolved already. */
    @Override
    public Expression resolve(io.djdbc.query.sql.Query query, Resolution how) {
        return this;
    }

    @Override
    public Expression relabeled(Map<String, String> aliases) {
        return this;
    }

    @Override
    public Set<String> references() {
        return Set.of(name);
    }

    @Override
    public List<Expression> groupByColumns() {
        return List.of(this);
    }

    @Override
    public Fragment toSql(SqlContext context) {
        return Fragment.of(context.quote(name));
    }
}
