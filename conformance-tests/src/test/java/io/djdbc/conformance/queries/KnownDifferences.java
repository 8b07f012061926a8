package io.djdbc.conformance.queries;

import io.djdbc.conformance.databases.Golden;
import io.djdbc.conformance.databases.OwnCases;
import io.djdbc.conformance.databases.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a database answers otherwise than the one on which the results were recorded: case to reason, from a file. */
final class KnownDifferences {

    private final Map<String, String> reasons = new LinkedHashMap<>();
    private final @Nullable OwnCases own = Golden.isOwn("queries.json") ? null : OwnCases.in("queries.json", "cases");

    /** Those of a database: only MySQL itself has any, as the results are MariaDB's. */
    static KnownDifferences of(TestDatabase database) {
        return database.is("mysql") ? in("/queries/mysql-differences.txt") : new KnownDifferences();
    }

    /** Those that a resource lists: a line each, case, colon, reason; {@code #} begins a remark. */
    static KnownDifferences in(String resource) {
        KnownDifferences known = new KnownDifferences();
        try (InputStream content = KnownDifferences.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new IOException("there is no " + resource);
            }
            String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            text.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(line -> {
                        int colon = line.indexOf(':');
                        known.reasons.put(
                                line.substring(0, colon),
                                line.substring(colon + 1).trim());
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return known;
    }

    @Nullable
    String reason(QueryCase test) {
        return reasons.get(own == null ? test.id() : own.id(test.python()));
    }

    /** What is to be said beside figures that leave these cases out; '' if there are none. */
    String remark() {
        return reasons.isEmpty() ? "" : ", without " + reasons.size() + " cases that are known to differ";
    }
}
