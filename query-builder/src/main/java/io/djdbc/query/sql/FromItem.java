package io.djdbc.query.sql;

import io.djdbc.query.expression.SqlContext;
import io.djdbc.query.model.Attribute;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.Model;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table in FROM. Immutable. */
sealed interface FromItem {

    Model model();

    String alias();

    default String table() {
        return model().table();
    }

    FromItem relabeled(Map<String, String> aliases);

    String toSql(SqlContext context);

    /** Whether it has another name than its table. */
    default boolean isAliased() {
        return !alias().equals(table());
    }

    default boolean isOuter() {
        return this instanceof Join join && join.outer();
    }

    default boolean isInner() {
        return this instanceof Join join && !join.outer();
    }

    default @Nullable String parent() {
        return this instanceof Join join ? join.parentAlias() : null;
    }

    private static String aliasSql(FromItem item) {
        return item.isAliased() ? " " + item.alias() : "";
    }

    /** The first table. */
    record Base(Model model, String alias) implements FromItem {
        @Override
        public FromItem relabeled(Map<String, String> aliases) {
            return new Base(model, aliases.getOrDefault(alias, alias));
        }

        @Override
        public String toSql(SqlContext context) {
            return context.quoteUnlessAlias(table()) + aliasSql(this);
        }
    }

    /**
     * A joined table.
     *
     * @param followed the foreign key, or its way back, that is followed
     * @param from the column of the parent
     * @param to the column of this table
     * @param nullable whether there may be no row
     * @param outer LEFT OUTER JOIN
     */
    record Join(
            Model model,
            String alias,
            String parentAlias,
            Attribute followed,
            Field from,
            Field to,
            boolean nullable,
            boolean outer)
            implements FromItem {

        /** Whether it is the same join, whatever its alias and type. */
        boolean isSame(FromItem other) {
            return other instanceof Join that
                    && that.table().equals(table())
                    && that.parentAlias.equals(parentAlias)
                    && that.followed == followed;
        }

        Join as(String newAlias, boolean newOuter) {
            return new Join(model, newAlias, parentAlias, followed, from, to, nullable, newOuter);
        }

        @Override
        public FromItem relabeled(Map<String, String> aliases) {
            return new Join(
                    model,
                    aliases.getOrDefault(alias, alias),
                    aliases.getOrDefault(parentAlias, parentAlias),
                    followed,
                    from,
                    to,
                    nullable,
                    outer);
        }

        @Override
        public String toSql(SqlContext context) {
            return (outer ? "LEFT OUTER JOIN " : "INNER JOIN ")
                    + context.quoteUnlessAlias(table())
                    + aliasSql(this)
                    + " ON ("
                    + context.quoteUnlessAlias(parentAlias)
                    + "."
                    + context.quote(from.column())
                    + " = "
                    + context.quoteUnlessAlias(alias)
                    + "."
                    + context.quote(to.column())
                    + ")";
        }
    }
}
