package io.djdbc.query.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The position of something in the SELECT list, in place of it: {@code ORDER BY 1}. */
public final class PositionRef extends Ref {

    private final int position;

    public PositionRef(int position, @Nullable String name, Expression source) {
        super(name == null ? "" : name, source);
        this.position = position;
    }

    @Override
    protected Expression withSources(List<Expression> sources) {
        return new PositionRef(position, name(), sources.get(0));
    }

    @Override
    protected List<@Nullable Object> identity() {
        return List.of(name(), position);
    }

    @Override
    public Fragment toSql(SqlContext context) {
        return Fragment.of(Integer.toString(position));
    }
}
