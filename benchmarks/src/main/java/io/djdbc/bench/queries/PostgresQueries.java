package io.djdbc.bench.queries;

import io.djdbc.bench.calls.PostgresServer;
import io.djdbc.bench.queries.mapper.Target;

/** On a real PostgreSQL. */
public class PostgresQueries extends MappedQueries {
    public PostgresQueries() {
        super(Target.POSTGRESQL);
    }

    @Override
    String url() {
        return PostgresServer.url();
    }
}
