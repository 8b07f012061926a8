package io.djdbc.dialect;

import java.util.List;

/** PostgreSQL through pgjdbc. */
public class PostgreSqlDialect implements Dialect {

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public List<String> urlPrefixes() {
        return List.of("postgresql:");
    }

    @Override
    public List<String> driverClassNames() {
        return List.of("org.postgresql.Driver");
    }

    @Override
    public ParameterSyntax parameterSyntax() {
        return ParameterSyntax.QUERY;
    }

    @Override
    public boolean ownsParameter(String name) {
        return name.equals("PGHOST") || name.equals("PGPORT") || name.equals("PGDBNAME");
    }

    @Override
    public boolean supports(SessionFeature feature) {
        return feature == SessionFeature.TIME_ZONE || feature == SessionFeature.ASSUME_ROLE;
    }
}
