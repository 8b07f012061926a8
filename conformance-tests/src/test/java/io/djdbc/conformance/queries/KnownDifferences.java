package io.djdbc.conformance.queries;

import io.djdbc.conformance.databases.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where MySQL itself answers otherwise than MariaDB, on which the results were recorded: case to reason. */
final class KnownDifferences {

    private final Map<String, String> reasons = new HashMap<>();

    KnownDifferences(TestDatabase database) {
        if (database.is("mysql")) {
            read("/queries/mysql-differences.txt");
        }
    }

    private void read(String resource) {
        try (InputStream content = KnownDifferences.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new IOException("there is no " + resource);
            }
            String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            text.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(line -> {
                        int colon = line.indexOf(':');
                        reasons.put(
                                line.substring(0, colon),
                                line.substring(colon + 1).trim());
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nullable
    String reason(QueryCase test) {
        return reasons.get(test.id());
    }
}
