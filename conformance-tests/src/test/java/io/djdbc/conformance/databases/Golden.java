package io.djdbc.conformance.databases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The facts recorded from Django: those that come with the project, or with {@code -Ddjdbc.golden=DIR} another
 * directory of the same format.
 */
public final class Golden {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Golden() {}

    /** Reads one file, such as {@code connection.json}. */
    public static JsonNode read(String file) {
        try (InputStream content = open(file)) {
            return MAPPER.readTree(content);
        } catch (IOException e) {
            throw new IllegalStateException("golden data cannot be read: " + e, e);
        }
    }

    /** Whether it is the project's own data, of which there are lists of what is known to differ. */
    public static boolean isOwn() {
        return directory().isEmpty();
    }

    private static String directory() {
        return System.getProperty("djdbc.golden", "").trim();
    }

    private static InputStream open(String file) throws IOException {
        String directory = directory();
        if (!directory.isEmpty()) {
            return Files.newInputStream(Path.of(directory, file));
        }
        InputStream resource = Golden.class.getResourceAsStream("/golden/" + file);
        if (resource == null) {
            throw new IOException("there is no " + file + " among the project's golden data");
        }
        return resource;
    }
}
