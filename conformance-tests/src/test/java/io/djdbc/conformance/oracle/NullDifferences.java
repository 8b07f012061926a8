package io.djdbc.conformance.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which cases of oracle_nulls.json do not find on Oracle what they find on the other databases, and why: {@code case
 * verdict reason} by line. One that is listed and does not differ so fails the tests.
 */
final class NullDifferences {
    private final Map<String, String> verdicts = new TreeMap<>();

    private NullDifferences() {}

    /** @param writing a part of the list: {@code django} or {@code others} */
    static NullDifferences of(String writing) {
        NullDifferences differences = new NullDifferences();
        try (InputStream content = NullDifferences.class.getResourceAsStream("/oracle/null-differences.txt")) {
            if (content == null) {
                throw new IOException("there is no list of differences");
            }
            String part = "";
            for (String line : new String(content.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.startsWith("[")) {
                    part = line.substring(1, line.indexOf(']'));
                } else if (part.equals(writing) && line.matches("\\S+ \\S+ .+")) {
                    String[] words = line.split(" ", 3);
                    differences.verdicts.put(words[0], words[1]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return differences;
    }

    /** By case, its verdict. */
    Map<String, String> verdicts() {
        return verdicts;
    }
}
