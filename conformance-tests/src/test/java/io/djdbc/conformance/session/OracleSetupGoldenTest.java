package io.djdbc.conformance.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.dialect.EncodingCheck;
import io.djdbc.dialect.OracleDialect;
import io.djdbc.dialect.SessionParameters;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Django's setups for Oracle: the very statements. The golden data were recorded as calls on the driver, without a
 * server, and so they are compared here. The LIKE probe comes with the rewriting of SQL.
 */
class OracleSetupGoldenTest {

    @TestFactory
    Stream<DynamicTest> sendsWhatDjangoSends() throws IOException {
        List<GoldenSetup> setups = GoldenSetup.all().stream()
                .filter(setup -> setup.backend().equals("oracle"))
                .toList();
        assertThat(setups).hasSize(5);
        return setups.stream()
                .map(setup -> DynamicTest.dynamicTest(setup.toString(), () -> {
                    for (boolean first : new boolean[] {true, false}) {
                        List<String> expected = setup.statements(first).stream()
                                .filter(statement -> !statement.contains(" LIKE "))
                                .toList();
                        assertThat(expected).hasSize(2);
                        assertThat(sent(setup)).isEqualTo(expected);
                    }
                }));
    }

    private static List<String> sent(GoldenSetup setup) throws Exception {
        String zone = setup.timeZone() == null ? "UTC" : setup.timeZone();
        List<String> sent = new ArrayList<>();
        Connection calls = record(Connection.class, sent);
        new OracleDialect().initialize(calls, wanted("native".equals(zone) ? null : zone));
        return sent;
    }

    private static SessionParameters wanted(@Nullable String timeZone) {
        return new SessionParameters(true, timeZone, null, null, null, null, null, EncodingCheck.WARN, false);
    }

    private static <T> T record(Class<T> type, List<String> sent) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    switch (method.getName()) {
                        case "getMetaData":
                            return record(DatabaseMetaData.class, sent);
                        case "getDatabaseProductName":
                            return "Oracle";
                        case "createStatement":
                            return record(Statement.class, sent);
                        case "execute":
                            sent.add((String) given[0]);
                            return false;
                        case "isWrapperFor":
                            return false;
                        case "setEscapeProcessing", "close":
                            return null;
                        default:
                            throw new UnsupportedOperationException(method.getName());
                    }
                }));
    }
}
