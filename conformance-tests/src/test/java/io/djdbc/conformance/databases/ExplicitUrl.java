package io.djdbc.conformance.databases;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Databases that the environment names: {@code DJDBC_TEST_<NAME>_URL}, {@code …_USER}, {@code …_PASSWORD}. */
final class ExplicitUrl {

    private static final String PREFIX = "DJDBC_TEST_";
    private static final String SUFFIX = "_URL";

    private ExplicitUrl() {}

    /** The names in the environment, lower case, in alphabetical order. */
    static List<String> names() {
        List<String> names = new ArrayList<>();
        for (String variable : System.getenv().keySet()) {
            if (variable.startsWith(PREFIX)
                    && variable.endsWith(SUFFIX)
                    && variable.length() > PREFIX.length() + SUFFIX.length()) {
                names.add(variable.substring(PREFIX.length(), variable.length() - SUFFIX.length())
                        .toLowerCase(Locale.ROOT));
            }
        }
        names.sort(null);
        return names;
    }

    /** Null if the environment does not name this database. */
    static @Nullable TestDatabase open(String name) {
        String variables = PREFIX + name.toUpperCase(Locale.ROOT);
        String url = System.getenv(variables + SUFFIX);
        if (url == null || url.isBlank()) {
            return null;
        }
        try {
            return new TestDatabase(
                    name, Origin.URL, url, System.getenv(variables + "_USER"), System.getenv(variables + "_PASSWORD"));
        } catch (SQLException e) {
            // a database that somebody asked for by name and that does not answer is an error, not a gap
            throw new IllegalStateException(variables + SUFFIX + " names a database that does not answer: " + e, e);
        }
    }
}
