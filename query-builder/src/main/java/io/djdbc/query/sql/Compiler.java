package io.djdbc.query.sql;

import io.djdbc.dialect.QuerySyntax;
import io.djdbc.query.EmptyResultSetException;
import io.djdbc.query.expression.Fragment;
import org.jspecify.annotations.Nullable;

/**
 * Compiles queries for one database and time zone. Immutable; the queries stay as they are.
 *
 * <pre>{@code
 * CompiledSelect select = new Compiler(QuerySyntax.of("postgresql"), "UTC").select(query);
 * }</pre>
 */
public final class Compiler {

    private final QuerySyntax syntax;
    private final String zone;
    private final int hash;

    /**
     * For a database.
     *
     * @param zone the name of the current time zone, in which parts of points in time are taken
     */
    public Compiler(QuerySyntax syntax, String zone) {
        this.syntax = syntax;
        this.zone = zone;
        this.hash = 31 * zone.hashCode() + syntax.name().hashCode();
    }

    public QuerySyntax syntax() {
        return syntax;
    }

    public String zone() {
        return zone;
    }

    /**
     * A SELECT.
     *
     * @throws EmptyResultSetException if no row can match, so that there is nothing to ask
     */
    public CompiledSelect select(Query query) {
        return new SelectCompiler(query.copy(), this, true).compileSelect();
    }

    /**
     * A SELECT of one row of aggregates.
     *
     * @throws EmptyResultSetException if no row can match and {@link AggregateQuery#isKnownOfNothing}
     */
    public CompiledSelect aggregate(AggregateQuery query) {
        return AggregateCompiler.compile(query, this);
    }

    /**
     * A DELETE of all rows of a query, which must have one table, or else a subquery is used.
     *
     * @throws EmptyResultSetException if no row can match
     */
    public CompiledStatement delete(Query query) {
        return DeleteCompiler.compile(query.copy(), this);
    }

    /** An INSERT. */
    public CompiledInsert insert(InsertQuery insert) {
        return InsertCompiler.compile(insert, this);
    }

    /** Compilers for the same database and zone are equal. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Compiler that
                && that.zone.equals(zone)
                && that.syntax.name().equals(syntax.name());
    }

    @Override
    public int hashCode() {
        return hash;
    }

    static CompiledStatement statement(Fragment sql) {
        return new CompiledStatement(sql.sql(), sql.parameters());
    }
}
