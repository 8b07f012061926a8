package io.djdbc.query.expression;

import io.djdbc.query.model.Attribute;
import io.djdbc.query.model.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A column of a table in a query. */
public final class Col extends Expression {

    private final @Nullable String alias;
    private final Field target;
    private final ValueType type;
    private final boolean multivalued;

    private Col(@Nullable String alias, Field target, ValueType type, boolean multivalued) {
        this.alias = alias;
        this.target = target;
        this.type = type;
        this.multivalued = multivalued;
    }

    /** A column of the table with this alias; null for a column without a table before it. */
    public static Col of(@Nullable String alias, Field target) {
        return new Col(alias, target, ValueType.of(target), false);
    }

    /** A column that stands for an attribute: the field, or a relation whose key it holds. */
    public static Col of(@Nullable String alias, Field target, Attribute stands) {
        return new Col(alias, target, ValueType.of(target, stands), false);
    }

    Col possiblyMultivalued() {
        return new Col(alias, target, type, true);
    }

    /** Whether the path to it can lead to several rows. */
    public boolean isPossiblyMultivalued() {
        return multivalued;
    }

    public @Nullable String alias() {
        return alias;
    }

    /** The field whose column it is. */
    public Field target() {
        return target;
    }

    @Override
    protected List<@Nullable Object> identity() {
        return Arrays.asList(alias, target, type);
    }

    @Override
    public ValueType valueTypeOrNull() {
        return type;
    }

    @Override
    public boolean containsColumns() {
        return true;
    }

    @Override
    public Expression relabeled(Map<String, String> aliases) {
        String renamed = alias == null ? null : aliases.get(alias);
        if (renamed == null) {
            return multivalued ? new Col(alias, target, type, false) : this;
        }
        // Django does not remember either
        return new Col(renamed, target, type, false);
    }

    @Override
    public Fragment toSql(SqlContext context) {
        String column = context.quote(target.column());
        return Fragment.of(alias == null ? column : context.quoteUnlessAlias(alias) + "." + column);
    }

    @Override
    public String toString() {
        return alias + "." + target.column();
    }
}
