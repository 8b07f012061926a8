package io.djdbc.conformance.queries;

import com.fasterxml.jackson.databind.JsonNode;
import io.djdbc.conformance.golden.GoldenModels;
import io.djdbc.query.Database;
import io.djdbc.query.DoesNotExist;
import io.djdbc.query.MultipleObjectsReturned;
import io.djdbc.query.ProtectedError;
import io.djdbc.query.RestrictedError;
import io.djdbc.query.model.Models;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs cases on one database and says what differs from what was recorded there. */
final class CaseRun implements AutoCloseable {

    private final ServerDatasets servers;
    private final Database db;
    private final Models models = GoldenModels.models();
    private final List<String> sent = new ArrayList<>();
    private final Comparison comparison;
    private final KnownDifferences texts = KnownDifferences.in("/queries/text-differences.txt");

    CaseRun(ServerDatasets servers) {
        this.servers = servers;
        this.comparison = new Comparison(servers.recorded().equals("mysql") ? 1e-4 : 1e-9);
        this.db = Database.builder()
                .database("default", servers.djdbcUrl(), servers.user(), servers.password())
                .vendor("default", servers.vendor())
                .models(models)
                .listener((sql, values) -> sent.add(sql))
                .build();
    }

    /**
     * What became of a case.
     *
     * @param statements what was sent
     * @param djangos what Django sent
     * @param otherText what is another text than Django's; null if nothing is
     */
    record Outcome(
            List<String> differences,
            List<String> statements,
            List<String> djangos,
            @Nullable String otherText) {
        boolean passed() {
            return differences.isEmpty();
        }
    }

    Outcome run(QueryCase test) throws SQLException {
        Dataset dataset = servers.dataset(test.dataset());
        List<String> differences = new ArrayList<>();
        try (Connection connection = servers.connect()) {
            var before = test.mutates() ? dataset.snapshot(connection) : null;
            sent.clear();
            play(test, differences);
            List<String> statements = List.copyOf(sent);
            List<String> djangos = servers.statements(test);
            compare(statements, djangos, differences);
            if (before != null) {
                JsonNode changes = servers.changes(test);
                var wanted = dataset.changed(before, changes);
                var after = dataset.snapshot(connection);
                wanted.forEach((model, rows) -> {
                    if (!rows.equals(after.get(model))) {
                        differences.add("table of " + model + ": " + difference(rows, after.get(model)));
                    }
                });
                dataset.load(connection);
            }
            return new Outcome(differences, statements, djangos, otherText(test, statements, djangos));
        }
    }

    private void compare(List<String> statements, List<String> djangos, List<String> differences) {
        if (statements.size() != djangos.size()) {
            differences.add("sent " + statements.size() + " statements instead of " + djangos.size() + ":\n    "
                    + String.join("\n    ", statements));
        }
        int joins = Effort.joins(statements);
        if (joins > Effort.joins(djangos)) {
            differences.add("needed " + joins + " joins instead of " + Effort.joins(djangos) + ":\n    "
                    + String.join("\n    ", statements));
        }
    }

    /** A text that is not Django's; null if there is none. A database whose texts were not recorded has none. */
    private @Nullable String otherText(QueryCase test, List<String> statements, List<String> djangos) {
        String known = texts.reason(test);
        for (int i = 0; i < Math.min(statements.size(), djangos.size()) && servers.hasDjangosText(); i++) {
            if (!statements.get(i).equals(djangos.get(i))) {
                return known != null
                        ? null
                        : "sent\n    " + statements.get(i) + "\n  instead of\n    " + djangos.get(i);
            }
        }
        boolean whole = statements.size() == djangos.size() && servers.hasDjangosText();
        return known != null && whole ? "has Django's text, though it is said to differ: " + known : null;
    }

    private static String difference(
            java.util.Map<Object, java.util.Map<String, @Nullable Object>> wanted,
            java.util.@Nullable Map<Object, java.util.Map<String, @Nullable Object>> found) {
        if (found == null) {
            return "gone";
        }
        StringBuilder text = new StringBuilder();
        wanted.forEach((key, row) -> {
            if (!row.equals(found.get(key))) {
                text.append(" expected ").append(row).append(" found ").append(found.get(key));
            }
        });
        found.forEach((key, row) -> {
            if (!wanted.containsKey(key)) {
                text.append(" unexpected ").append(row);
            }
        });
        return text.toString();
    }

    private void play(QueryCase test, List<String> differences) {
        JsonNode expected = servers.result(test);
        Database zoned = test.timezone() == null ? db : db.inZone(ZoneId.of(test.timezone()));
        boolean exception = expected.isObject() && expected.has("$exception");
        Object result;
        try {
            result = new Script(zoned).run(test.steps());
        } catch (RuntimeException e) {
            if (!exception || !isExpected(expected, e)) {
                differences.add("raised " + describe(e) + " instead of " + shortened(expected));
            }
            return;
        } catch (StackOverflowError e) {
            differences.add("raised a StackOverflowError");
            return;
        }
        if (exception) {
            differences.add("gave " + shortened(result) + " instead of raising " + expected);
        } else if (!comparison.matches(test.compare(), NeutralValue.of(expected), result)) {
            differences.add("gave " + shortened(result) + " instead of " + shortened(NeutralValue.of(expected)));
        }
    }

    private static String shortened(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() > 600 ? text.substring(0, 600) + "…" : text;
    }

    private static String describe(RuntimeException e) {
        StackTraceElement[] trace = e.getStackTrace();
        return e.getClass().getSimpleName() + ": " + e.getMessage()
                + (trace.length == 0 ? "" : " at " + trace[0] + (trace.length > 1 ? " < " + trace[1] : ""));
    }

    private boolean isExpected(JsonNode expected, RuntimeException e) {
        String name = expected.get("$exception").asText();
        if (!DjangoExceptions.names(e).contains(name)) {
            return false;
        }
        String model = e instanceof DoesNotExist none
                ? none.model()
                : e instanceof MultipleObjectsReturned several ? several.model() : null;
        if (expected.has("model") && !expected.get("model").asText().equals(model)) {
            return false;
        }
        List<Object> objects = e instanceof ProtectedError error
                ? error.objects()
                : e instanceof RestrictedError error ? error.objects() : List.of();
        if (expected.has("objects")
                && !comparison.matches(
                        "multiset", NeutralValue.of(expected.get("objects")), new Script(db).references(objects))) {
            return false;
        }
        return !expected.has("message") || expected.get("message").asText().equals(e.getMessage());
    }

    @Override
    public void close() {
        db.close();
    }
}
