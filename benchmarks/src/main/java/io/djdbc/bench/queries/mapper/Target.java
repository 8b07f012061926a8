package io.djdbc.bench.queries.mapper;

import io.ebean.config.dbplatform.DatabasePlatform;
import io.ebean.platform.h2.H2Platform;
import io.ebean.platform.postgres.PostgresPlatform;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.dialect.PostgreSQLDialect;
import org.jooq.SQLDialect;

/** The database that the work is done on, and what each library calls its SQL. */
public enum Target {
    H2("h2"),
    POSTGRESQL("postgresql");

    private final String dialect;

    Target(String dialect) {
        this.dialect = dialect;
    }

    String dialect() {
        return dialect;
    }

    SQLDialect jooq() {
        return this == H2 ? SQLDialect.H2 : SQLDialect.POSTGRES;
    }

    DatabasePlatform ebean() {
        return this == H2 ? new H2Platform() : new PostgresPlatform();
    }

    Class<?> hibernate() {
        return this == H2 ? H2Dialect.class : PostgreSQLDialect.class;
    }
}
