package io.djdbc.query.expression;

import io.djdbc.dialect.QuerySyntax;
import io.djdbc.query.sql.Query;

/** What an expression is compiled for: the compiler of the query that it is in. */
public interface SqlContext {

    QuerySyntax syntax();

    /** The current time zone's name, for parts of points in time. */
    String zone();

    /** The query whose aliases are valid here. */
    Query query();

    Fragment compile(Expression expression);

    /** Quotes a table's name, but not an alias made by the query. */
    String quoteUnlessAlias(String name);

    default String quote(String name) {
        return syntax().quote(name);
    }

    /** Says that the SQL depends on a value, not only on its kind, so that it must not be used for others. */
    void dependsOnValues();

    /** Compiles a query inside this one. */
    Fragment compileSubquery(Query query);
}
