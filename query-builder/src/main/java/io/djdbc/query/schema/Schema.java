package io.djdbc.query.schema;

import io.djdbc.query.execute.Backend;
import io.djdbc.query.execute.Statements;
import io.djdbc.query.model.Model;
import io.djdbc.query.model.Models;
import io.djdbc.query.transaction.Transactions;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables of a database: made and dropped as Django's {@code migrate} would, for a program that has no migrations of
 * its own, and for tests. What exists is not changed.
 *
 * <pre>{@code
 * db.schema().create(Blog.class, Author.class, Entry.class);
 * }</pre>
 *
 * <p>On PostgreSQL and SQLite all tables are made or, after an error, none; on the others each statement
 * commits itself. Safe for use by several threads.
 */
public final class Schema {

    private final Backend backend;
    private final Models models;

    /** For {@code Database.schema()}. */
    public Schema(Backend backend, Models models) {
        this.backend = backend;
        this.models = models;
    }

    /**
     * Makes the tables of entities, and the join tables of their many-to-many relations. Tables that they refer to must
     * exist or be among them, but for SQLite.
     *
     * @param entities none for all that are registered
     * @throws io.djdbc.query.DatabaseError if the database refuses, as when a table exists
     */
    public void create(Class<?>... entities) {
        run(sql(entities));
    }

    /** The statements that {@link #create} runs, in order. */
    public List<String> sql(Class<?>... entities) {
        return schema().create(chosen(entities));
    }

    /**
     * Drops the tables of entities and their join tables, with all that is in them.
     *
     * @param entities none for all that are registered
     * @throws io.djdbc.query.DatabaseError if the database refuses, as when a table is not there
     */
    public void drop(Class<?>... entities) {
        run(schema().drop(chosen(entities)));
    }

    private SchemaSql schema() {
        return SchemaSql.of(backend.dialectName());
    }

    private List<Model> chosen(Class<?>... entities) {
        if (entities.length == 0) {
            return models.all();
        }
        models.register(List.of(entities));
        List<Model> chosen = new ArrayList<>();
        for (Class<?> entity : entities) {
            chosen.add(models.model(entity));
        }
        return chosen;
    }

    private void run(List<String> sql) {
        if (isCommittedByEachStatement()) {
            execute(sql);
            return;
        }
        Transactions transactions = backend.transactions();
        transactions.enter(true, false);
        boolean done = false;
        try {
            execute(sql);
            done = true;
        } finally {
            transactions.exit(!done);
        }
    }

    private boolean isCommittedByEachStatement() {
        return switch (backend.dialectName()) {
            case "mysql", "mariadb", "oracle", "h2" -> true;
            default -> false;
        };
    }

    private void execute(List<String> sql) {
        Statements statements = new Statements(backend);
        for (String statement : sql) {
            statements.update(statement, List.of());
        }
    }
}
