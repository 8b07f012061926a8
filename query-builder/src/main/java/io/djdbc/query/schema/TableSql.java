package io.djdbc.query.schema;

import io.djdbc.dialect.Identifiers;
import io.djdbc.dialect.SchemaSyntax;
import io.djdbc.dialect.SchemaSyntax.ForeignKeys;
import io.djdbc.query.model.CheckConstraint;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.ForeignKey;
import io.djdbc.query.model.Index;
import io.djdbc.query.model.Model;
import io.djdbc.query.model.ModelException;
import io.djdbc.query.model.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The statements of one table, in Django's order: the table, constraints that are added to it, indexes. */
final class TableSql {

    private static final String DEFERRED = " DEFERRABLE INITIALLY DEFERRED";
    private static final Pattern NAMED_FIELD = Pattern.compile("\\{([^{}]*)}");

    private final SchemaSyntax syntax;
    private final Model model;
    private final String table;

    TableSql(SchemaSyntax syntax, Model model) {
        this.syntax = syntax;
        this.model = model;
        this.table = model.table(syntax::cut);
    }

    String create() {
        List<String> definitions = new ArrayList<>();
        for (Field field : model.localFields()) {
            definitions.add(new ColumnSql(syntax, field).definition(inlineReference(field)));
        }
        for (UniqueConstraint constraint : model.uniqueConstraints()) {
            if (constraint.name() != null) {
                definitions.add("CONSTRAINT " + syntax.quote(constraint.name()) + " UNIQUE ("
                        + columns(constraint.fields()) + ")");
            }
        }
        for (CheckConstraint constraint : model.checkConstraints()) {
            definitions.add("CONSTRAINT " + syntax.quote(constraint.name()) + " CHECK (" + condition(constraint) + ")");
        }
        return "CREATE TABLE " + syntax.quote(table) + " (" + String.join(", ", definitions) + ")";
    }

    private @Nullable String inlineReference(Field field) {
        return syntax.foreignKeys() == ForeignKeys.INLINE && field instanceof ForeignKey key && key.hasConstraint()
                ? references(key) + DEFERRED
                : null;
    }

    private String references(ForeignKey key) {
        Field target = key.targetField();
        return "REFERENCES " + syntax.quote(target.model().table(syntax::cut)) + " (" + syntax.quote(target.column())
                + ")";
    }

    private String condition(CheckConstraint constraint) {
        Matcher named = NAMED_FIELD.matcher(constraint.condition());
        StringBuilder sql = new StringBuilder();
        while (named.find()) {
            Field field = model.field(named.group(1));
            if (field == null) {
                throw new ModelException("the check constraint " + constraint.name() + " of " + model.label()
                        + " names {" + named.group(1) + "}, which is no field of it");
            }
            named.appendReplacement(sql, Matcher.quoteReplacement(syntax.quote(field.column())));
        }
        return named.appendTail(sql).toString();
    }

    /** Fields that are unique together, then foreign keys, as ALTER TABLE statements. */
    List<String> constraints() {
        List<String> statements = new ArrayList<>();
        List<String> foreignKeys = new ArrayList<>();
        for (Field field : model.localFields()) {
            if (field instanceof ForeignKey key && key.hasConstraint() && syntax.foreignKeys() != ForeignKeys.INLINE) {
                foreignKeys.add(foreignKey(key));
            }
        }
        for (UniqueConstraint constraint : model.uniqueConstraints()) {
            if (constraint.name() == null) {
                statements.add(unique(constraint));
            }
        }
        statements.addAll(foreignKeys);
        return statements;
    }

    private String unique(UniqueConstraint constraint) {
        String name = syntax.quote(indexName(constraint.fields(), "_uniq"));
        String columns = " (" + columns(constraint.fields()) + ")";
        return syntax.isUniqueByIndex()
                ? "CREATE UNIQUE INDEX " + name + " ON " + syntax.quote(table) + columns
                : "ALTER TABLE " + syntax.quote(table) + " ADD CONSTRAINT " + name + " UNIQUE" + columns;
    }

    private String foreignKey(ForeignKey key) {
        Field target = key.targetField();
        String name = indexName(
                List.of(key),
                "_fk_" + Identifiers.split(target.model().table(syntax::cut)).name() + "_" + target.column());
        return "ALTER TABLE " + syntax.quote(table) + " ADD CONSTRAINT " + syntax.quote(name) + " FOREIGN KEY ("
                + syntax.quote(key.column()) + ") " + references(key)
                + (syntax.foreignKeys() == ForeignKeys.DEFERRED ? DEFERRED : "");
    }

    /** Of single fields, then those that were declared. */
    List<String> indexes() {
        List<String> statements = new ArrayList<>();
        for (Field field : model.localFields()) {
            index(statements, field);
        }
        for (Index index : model.indexes()) {
            statements.add("CREATE INDEX " + syntax.quote(index.name()) + " ON " + syntax.quote(table) + " ("
                    + ordered(index) + ")");
        }
        return statements;
    }

    private void index(List<String> statements, Field field) {
        String type = new ColumnSql(syntax, field).type();
        boolean ofConstraint = syntax.foreignKeys() == ForeignKeys.WITH_INDEX
                && field instanceof ForeignKey key
                && !key.isOneToOne()
                && key.hasConstraint();
        if (field.hasIndex() && !field.isUnique() && !ofConstraint && syntax.isIndexable(type)) {
            statements.add(index(field, "", ""));
        }
        String operators = syntax.likeOperators(type);
        if (operators != null && (field.hasIndex() || field.isUnique())) {
            statements.add(index(field, "_like", " " + operators));
        }
    }

    private String index(Field field, String suffix, String operators) {
        return "CREATE INDEX " + syntax.quote(indexName(List.of(field), suffix)) + " ON " + syntax.quote(table) + " ("
                + syntax.quote(field.column()) + operators + ")";
    }

    private String ordered(Index index) {
        List<String> columns = new ArrayList<>();
        for (String name : index.fields()) {
            boolean descending = name.startsWith("-");
            Field field = model.field(descending ? name.substring(1) : name);
            if (field == null) {
                throw new ModelException("the index " + index.name() + " of " + model.label() + " names '" + name
                        + "', which is no field of it");
            }
            columns.add(syntax.quote(field.column()) + (descending ? " DESC" : ""));
        }
        return String.join(", ", columns);
    }

    private String indexName(List<Field> fields, String suffix) {
        return Identifiers.indexName(
                table, fields.stream().map(Field::column).toList(), suffix, syntax.maxNameLength());
    }

    private String columns(List<Field> fields) {
        return String.join(
                ", ", fields.stream().map(field -> syntax.quote(field.column())).toList());
    }
}
