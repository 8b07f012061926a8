package io.djdbc.dialect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** MySQL through MySQL Connector/J. */
public class MySqlDialect implements Dialect {

    @Override
    public String name() {
        return "mysql";
    }

    @Override
    public List<String> urlPrefixes() {
        return List.of("mysql:", "mysql+srv:");
    }

    @Override
    public List<String> driverClassNames() {
        return List.of("com.mysql.cj.jdbc.Driver");
    }

    @Override
    public ParameterSyntax parameterSyntax() {
        return ParameterSyntax.QUERY;
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
