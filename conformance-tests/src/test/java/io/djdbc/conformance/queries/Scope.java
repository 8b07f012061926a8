package io.djdbc.conformance.queries;

import io.djdbc.query.expression.Expression;
import org.jspecify.annotations.Nullable;

/** What values of the neutral form can refer to. */
interface Scope {

    /** What the variable holds. */
    @Nullable
    Object variable(String name);

    /** What a pipeline gives: a query set that is not evaluated, or an instance. */
    @Nullable
    Object run(Pipeline pipeline);

    /** The query set as a subquery. */
    Expression subquery(Pipeline pipeline);

    /** Whether the query set has a row. */
    Expression exists(Pipeline pipeline);
}
