package io.djdbc.conformance.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.djdbc.conformance.databases.Golden;
import io.djdbc.query.TransactionManagementError;
import io.djdbc.query.transaction.ConnectionSource;
import io.djdbc.query.transaction.Transactions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The scenarios of golden/connection.json that speak of atomic blocks and hooks, played on a real SQLite database: the
 * same commits, rollbacks and savepoints, the same refusals, the same hooks. What they say of the life of connections is
 * the driver's affair, and compared there.
 */
@DisplayName("transactions")
class GoldenTransactionsTest {

    private static final Set<String> OF_TRANSACTIONS = Set.of(
            "atomic",
            "end_atomic",
            "on_commit",
            "query",
            "error",
            "marked_error",
            "set_rollback",
            "get_rollback",
            "savepoint",
            "savepoint_rollback",
            "savepoint_commit",
            "ensure_connection");
    private static final Set<String> OF_REQUESTS =
            Set.of("request_started", "request_finished", "advance", "close_if_unusable_or_obsolete");

    private static List<JsonNode> scenarios() {
        return StreamSupport.stream(
                        Golden.read("connection.json").get("scenarios").spliterator(), false)
                .filter(GoldenTransactionsTest::isOfTransactions)
                .toList();
    }

    private static String name(JsonNode event) {
        return event.isTextual() ? event.asText() : event.fieldNames().next();
    }

    /** Blocks or hooks, on connections that nobody cuts or switches by hand. */
    private static boolean isOfTransactions(JsonNode scenario) {
        boolean some = false;
        boolean inBlock = false;
        for (JsonNode step : scenario.get("trace")) {
            String event = name(step.get("event"));
            if (!OF_TRANSACTIONS.contains(event) && (!OF_REQUESTS.contains(event) || inBlock)) {
                return false;
            }
            some |= event.equals("atomic") || event.equals("on_commit");
            inBlock = step.get("state").get(2).asBoolean();
        }
        return some && scenario.get("settings").path("AUTOCOMMIT").asBoolean(true);
    }

    @TestFactory
    Stream<DynamicTest> asDjangoDoes() {
        return scenarios().stream()
                .map(scenario -> dynamicTest(
                        scenario.path("id").asText() + " "
                                + scenario.path("name").asText(),
                        () -> play(scenario)));
    }

    @Test
    void nothingIsLeftOutInSilence() {
        assertThat(scenarios()).isNotEmpty();
        if (Golden.isOwn("connection.json")) {
            assertThat(scenarios()).hasSize(18);
        }
    }

    private static void play(JsonNode scenario) throws SQLException {
        try (Player player = new Player()) {
            for (JsonNode step : scenario.get("trace")) {
                String at = scenario.path("id").asText() + ": " + step;
                String raised = player.play(step.get("event"));
                assertThat(raised).as(at).isEqualTo(step.path("raised").asText(""));
                List<String> physical = new ArrayList<>();
                step.path("physical").forEach(line -> physical.add(line.asText()));
                assertThat(player.taken()).as(at).isEqualTo(transactionOf(physical));
                List<String> callbacks = new ArrayList<>();
                step.path("callbacks").forEach(hook -> callbacks.add(hook.asText()));
                assertThat(player.callbacks()).as(at).isEqualTo(callbacks);
                assertThat(player.transactions.isOpen())
                        .as(at)
                        .isEqualTo(step.get("state").get(2).asBoolean());
            }
        }
    }

    private static List<String> transactionOf(List<String> physical) {
        List<String> lines = new ArrayList<>();
        boolean connected = false;
        for (String line : physical) {
            String action = line.replaceFirst("^#\\d+ ", "");
            boolean first = connected && action.equals("autocommit on");
            connected = action.startsWith("connect");
            if (!first && action.matches("autocommit .*|COMMIT|ROLLBACK.*|SAVEPOINT .*|RELEASE .*")) {
                lines.add(action.replace("\"", ""));
            }
        }
        return lines;
    }

    /** Plays events on transactions above one real connection. */
    private static final class Player implements ConnectionSource {

        private final Connection real = DriverManager.getConnection("jdbc:sqlite::memory:");
        private final List<String> log = new ArrayList<>();
        private final List<String> ran = new ArrayList<>();
        private String savepoint;
        final Transactions transactions = new Transactions(this);

        Player() throws SQLException {}

        @Override
        public Connection acquire() {
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        note(method.getName(), arguments);
                        try {
                            return method.invoke(real, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        @Override
        public void release(Connection connection) {}

        private void note(String method, Object[] arguments) throws SQLException {
            switch (method) {
                case "setAutoCommit" -> log.add("autocommit " + ((Boolean) arguments[0] ? "on" : "off"));
                case "commit" -> log.add("COMMIT");
                case "rollback" ->
                    log.add(arguments == null ? "ROLLBACK" : "ROLLBACK TO SAVEPOINT " + name((Savepoint) arguments[0]));
                case "setSavepoint" -> log.add("SAVEPOINT " + withoutThread((String) arguments[0]));
                case "releaseSavepoint" -> log.add("RELEASE SAVEPOINT " + name((Savepoint) arguments[0]));
                default -> {}
            }
        }

        private static String name(Savepoint savepoint) throws SQLException {
            return withoutThread(savepoint.getSavepointName());
        }

        private static String withoutThread(String name) {
            return name.replaceFirst("^s\\d+_", "s_");
        }

        List<String> taken() {
            List<String> taken = List.copyOf(log);
            log.clear();
            return taken;
        }

        List<String> callbacks() {
            List<String> taken = List.copyOf(ran);
            ran.clear();
            return taken;
        }

        String play(JsonNode event) {
            JsonNode argument = event.isTextual() ? null : event.get(GoldenTransactionsTest.name(event));
            try {
                return act(GoldenTransactionsTest.name(event), argument);
            } catch (TransactionManagementError e) {
                return "TransactionManagementError";
            } catch (IllegalStateException e) {
                return "RuntimeError";
            }
        }

        private String act(String event, JsonNode argument) {
            switch (event) {
                case "atomic" ->
                    transactions.enter(
                            argument == null || argument.path("savepoint").asBoolean(true),
                            argument != null && argument.path("durable").asBoolean());
                case "end_atomic" -> transactions.exit(argument != null);
                case "on_commit" -> transactions.onCommit(() -> ran.add(argument.asText()), false);
                case "query" -> transactions.lease().close();
                case "error", "marked_error" -> {
                    transactions.lease().close();
                    if (event.equals("marked_error")) {
                        transactions.markForRollbackIfOpen();
                    }
                    return argument.asText();
                }
                case "set_rollback" -> transactions.markForRollback(argument.asBoolean());
                case "get_rollback" -> transactions.isMarkedForRollback();
                case "savepoint" -> savepoint = transactions.savepoint();
                case "savepoint_rollback" -> transactions.rollbackTo(savepoint);
                case "savepoint_commit" -> transactions.release(savepoint);
                default -> {}
            }
            return "";
        }

        @Override
        public void close() throws SQLException {
            real.close();
        }
    }
}
