package io.djdbc.driver.session;

import io.djdbc.driver.session.AtomicBlocks.Refused;
import io.djdbc.driver.settings.ConnectionRequest;
import io.djdbc.driver.target.Target;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/** Plays a scenario's events on the driver, through the JDBC API. What a request is, the subclass says. */
abstract class ScenarioPlayer implements AtomicBlocks.Database {
    final CountingServer server;
    final FakeTime time = new FakeTime();
    final AtomicBlocks blocks = new AtomicBlocks(this);
    private final Target target;

    ScenarioPlayer(Scenario scenario) throws SQLException {
        CountingDriver.Running running = CountingDriver.start();
        server = running.server();
        ConnectionRequest request = ConnectionRequest.parse(running.url() + scenario.parameters(), new Properties());
        target = new Target(request, time, time);
    }

    /** What became of an event. */
    record Outcome(List<String> physical, String raised, Boolean returned) {}

    final Outcome play(Scenario.Step step) throws SQLException {
        String raised = null;
        Boolean returned = null;
        try {
            returned = act(step);
        } catch (Refused e) {
            raised = e.getMessage();
        } catch (SQLException e) {
            raised = DjangoError.of(e).name();
        }
        return new Outcome(server.takeLog(), raised, returned);
    }

    private Boolean act(Scenario.Step step) throws SQLException, Refused {
        switch (step.name()) {
            case "request_started" -> requestStarted();
            case "request_finished" -> requestFinished();
            case "close_if_unusable_or_obsolete" -> betweenRequests();
            case "close_if_health_check_failed" -> check();
            case "query" -> execute("query");
            case "error" -> execute("FAIL " + step.argument().asText());
            case "marked_error" -> markedError("FAIL " + step.argument().asText());
            case "advance" -> time.advance(step.argument().asLong());
            case "server_drop" -> server.drop();
            case "server_down" -> server.setUp(false);
            case "server_up" -> server.setUp(true);
            case "close" -> close();
            case "commit" -> {
                blocks.refuseInBlock();
                if (isConnected()) {
                    use().commit();
                }
            }
            case "rollback" -> {
                blocks.refuseInBlock();
                if (isConnected()) {
                    use().rollback();
                }
            }
            case "set_autocommit" -> {
                blocks.refuseInBlock();
                use().setAutoCommit(step.argument().asBoolean());
            }
            case "ensure_connection" -> use();
            case "get_autocommit" -> {
                return use().getAutoCommit();
            }
            case "on_commit" -> {
                if (!blocks.isInBlock() && !use().getAutoCommit()) {
                    throw new Refused("TransactionManagementError");
                }
            }
            case "atomic" -> blocks.enter(option(step, "savepoint", true), option(step, "durable", false));
            case "end_atomic" -> blocks.exit(step.argument() != null);
            case "set_rollback" -> blocks.setNeedsRollback(step.argument().asBoolean());
            case "get_rollback" -> {
                blocks.refuseOutside();
                return blocks.needsRollback();
            }
            case "savepoint" -> {
                return blocks.setSavepoint();
            }
            case "savepoint_rollback" -> blocks.rollBackToSavepoint();
            case "savepoint_commit" -> blocks.releaseSavepoint();
            default -> throw new AssertionError("an event that this runner does not know: " + step);
        }
        return null;
    }

    private static boolean option(Scenario.Step step, String name, boolean otherwise) {
        return step.argument() == null ? otherwise : step.argument().path(name).asBoolean(otherwise);
    }

    private void execute(String sql) throws SQLException, Refused {
        try (Statement statement = use().createStatement()) {
            if (blocks.needsRollback()) {
                throw new Refused("TransactionManagementError");
            }
            statement.execute(sql);
        }
    }

    private void markedError(String sql) throws SQLException, Refused {
        try {
            execute(sql);
        } catch (SQLException | Refused e) {
            blocks.markedError();
            throw e;
        }
    }

    /** The check by hand; the driver makes it on the first call that needs the vendor's connection. */
    private void check() throws SQLException, Refused {
        if (isConnected()) {
            use().getAutoCommit();
        }
    }

    final Connection connect() throws SQLException {
        return target.connect();
    }

    abstract void requestStarted() throws SQLException;

    abstract void requestFinished() throws SQLException;

    /** Django's check between requests, called by hand. */
    abstract void betweenRequests() throws SQLException;

    @Override
    public final boolean isConnected() {
        return !server.open().isEmpty();
    }

    /** After whatever may have opened a physical connection. */
    final void noteConnects(int connectsBefore) {
        if (server.totals().connects() > connectsBefore) {
            blocks.connectionOpened();
        }
    }
}
