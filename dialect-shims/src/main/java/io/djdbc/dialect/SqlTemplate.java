package io.djdbc.dialect;

import java.util.List;

/**
 * SQL with holes: <code>{0}</code>, <code>{1}</code> … stand for pieces of SQL (each with its own parameters, which
 * follow it wherever it is repeated), <code>{p0}</code>, <code>{p1}</code> … for constants that are to be bound.
 * Immutable.
 *
 * @param text the SQL; nothing but holes may have a brace
 * @param constants the values of <code>{p0}</code>, <code>{p1}</code> …; only strings and numbers
 */
public record SqlTemplate(String text, List<Object> constants) {

    public SqlTemplate {
        constants = List.copyOf(constants);
    }

    public static SqlTemplate of(String text, Object... constants) {
        return new SqlTemplate(text, List.of(constants));
    }
}
