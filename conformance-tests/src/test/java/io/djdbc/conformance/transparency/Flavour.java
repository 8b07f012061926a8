package io.djdbc.conformance.transparency;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the questions need to know of a database's SQL. Its objects start with {@code tk_}.
 *
 * @param columns columns of {@code tk_sample}, whose row 1 holds the literals and whose row 2 holds NULLs
 * @param identity definition of a column that the database numbers
 * @param routine statements that make the routine {@code tk_routine}; empty where there are none
 * @param call how {@code tk_routine} is called, with its parameters; null where there are no routines
 * @param outTypes java.sql.Types of the routine's out parameters, 0 for one that only goes in
 * @param drop statements that take all away again
 * @param sleep a query that takes about that many seconds, or null
 * @param warn a statement that leaves a warning, or null
 */
record Flavour(
        String name,
        List<Column> columns,
        String identity,
        List<String> routine,
        @Nullable String call,
        List<Integer> outTypes,
        List<String> drop,
        @Nullable String sleep,
        @Nullable String warn) {

    /** A column of the sample table, with the value of its first row as an SQL literal. */
    record Column(String name, String type, String literal) {}

    /** Statements that make the tables and rows of all questions. */
    List<String> create() {
        StringBuilder columnList = new StringBuilder();
        StringBuilder literals = new StringBuilder();
        StringBuilder nulls = new StringBuilder();
        for (Column column : columns) {
            columnList.append(", ").append(column.name()).append(' ').append(column.type());
            literals.append(", ").append(column.literal());
            nulls.append(", NULL");
        }
        List<String> statements = new java.util.ArrayList<>();
        statements.add("CREATE TABLE tk_sample (id INTEGER NOT NULL PRIMARY KEY" + columnList + ")");
        statements.add("INSERT INTO tk_sample VALUES (1" + literals + ")");
        statements.add("INSERT INTO tk_sample VALUES (2" + nulls + ")");
        statements.add("CREATE TABLE tk_scratch (id INTEGER NOT NULL PRIMARY KEY" + columnList + ")");
        statements.add("CREATE TABLE tk_keyed (id " + identity + ", name VARCHAR(20) NOT NULL UNIQUE)");
        statements.add("CREATE TABLE tk_child (id INTEGER NOT NULL PRIMARY KEY, parent INTEGER,"
                + " amount DECIMAL(6,2) DEFAULT 1, note VARCHAR(8),"
                + " FOREIGN KEY (parent) REFERENCES tk_sample (id), CHECK (amount > 0))");
        statements.add("CREATE INDEX tk_child_note ON tk_child (note, amount)");
        statements.add("CREATE VIEW tk_view AS SELECT id, name FROM tk_keyed");
        statements.addAll(routine);
        return statements;
    }
}
