package io.djdbc.query.schema;

import io.djdbc.dialect.SchemaSyntax;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.ManyToMany;
import io.djdbc.query.model.Model;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The SQL that makes and drops the tables of models: Django's, with the same names and types, so that a database that
 * either side made serves both. Immutable; safe for use by several threads.
 *
 * <pre>{@code
 * for (String sql : SchemaSql.of("postgresql").create(List.of(models.model(Blog.class)))) {
 *     statement.execute(sql);
 * }
 * }</pre>
 */
public final class SchemaSql {

    private final SchemaSyntax syntax;

    private SchemaSql(SchemaSyntax syntax) {
        this.syntax = syntax;
    }

    /**
     * By a dialect's name.
     *
     * @throws IllegalArgumentException for a database in which no tables can be made
     */
    public static SchemaSql of(String dialect) {
        return new SchemaSql(SchemaSyntax.of(dialect));
    }

    /** The table's name on this database, without quotes: an automatic one is cut to the greatest length. */
    public String table(Model model) {
        return model.table(syntax::cut);
    }

    /** The type of a column: {@code varchar(100)}. */
    public String type(Field field) {
        return new ColumnSql(syntax, field).type();
    }

    /** What a column must fulfil; null if nothing. */
    public @Nullable String check(Field field) {
        return new ColumnSql(syntax, field).check();
    }

    /** What follows the column's type and constraints; null if nothing. */
    public @Nullable String suffix(Field field) {
        return new ColumnSql(syntax, field).suffix();
    }

    /**
     * Makes the tables of models, and the join tables of theirs that no class declares: first all tables, then what
     * refers to them. Proxies, and models that are not managed, have none to be made; a join table that is given as well
     * is made once.
     */
    public List<String> create(Collection<Model> models) {
        List<String> tables = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        for (Model model : withJoinTables(models)) {
            TableSql table = new TableSql(syntax, model);
            tables.add(table.create());
            rest.addAll(table.constraints());
            rest.addAll(table.indexes());
        }
        tables.addAll(rest);
        return tables;
    }

    /** Drops the tables again, join tables first, and each before what it was made after. */
    public List<String> drop(Collection<Model> models) {
        List<Model> all = new ArrayList<>(withJoinTables(models));
        List<String> statements = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0; i--) {
            statements.add(syntax.drop(syntax.quote(table(all.get(i)))));
        }
        return statements;
    }

    private static Set<Model> withJoinTables(Collection<Model> models) {
        Set<Model> all = new LinkedHashSet<>();
        for (Model model : models) {
            if (model.isProxy() || !model.isManaged() || model.isAutoCreated() && owned(model, models)) {
                continue;
            }
            all.add(model);
            for (ManyToMany relation : model.localManyToMany()) {
                if (relation.through().isAutoCreated()) {
                    all.add(relation.through());
                }
            }
        }
        return all;
    }

    private static boolean owned(Model joinTable, Collection<Model> models) {
        for (Model model : models) {
            for (ManyToMany relation : model.localManyToMany()) {
                if (relation.through() == joinTable) {
                    return true;
                }
            }
        }
        return false;
    }
}
