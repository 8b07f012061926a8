package io.djdbc.bench.queries;

import io.djdbc.bench.queries.mapper.Target;

/** On H2 in memory, where all time is the JVM's. */
public class H2Queries extends MappedQueries {
    public H2Queries() {
        super(Target.H2);
    }

    @Override
    String url() {
        return "jdbc:h2:mem:queries;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1";
    }
}
