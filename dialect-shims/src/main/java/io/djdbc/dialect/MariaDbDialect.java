package io.djdbc.dialect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** MariaDB through MariaDB Connector/J. */
public class MariaDbDialect implements Dialect {

    @Override
    public String name() {
        return "mariadb";
    }

    @Override
    public List<String> urlPrefixes() {
        return List.of("mariadb:");
    }

    @Override
    public List<String> driverClassNames() {
        return List.of("org.mariadb.jdbc.Driver");
    }

    @Override
    public ParameterSyntax parameterSyntax() {
        return ParameterSyntax.QUERY;
    }

    /** MariaDB's own {@code autocommit} and {@code pool}; in capitals they are djdbc's. */
    @Override
    public boolean ownsParameter(String name) {
        return name.equals("autocommit") || name.equals("pool");
    }

    @Override
    public boolean supports(SessionFeature feature) {
        return feature == SessionFeature.TIME_ZONE || feature == SessionFeature.SQL_MODE;
    }

    @Override
    public @Nullable IsolationLevel defaultIsolationLevel() {
        return IsolationLevel.READ_COMMITTED;
    }
}
