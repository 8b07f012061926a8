package io.djdbc.conformance.databases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The facts recorded from Django: those that come with the project, or with {@code -Ddjdbc.golden=DIR} another
 * directory of the same format. A file that is not in that directory is the project's own.
 */
public final class Golden {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Golden() {}

    /** Reads one file, such as {@code connection.json}. */
    public static JsonNode read(String file) {
        return read(file, isOwn(file));
    }

    private static JsonNode read(String file, boolean own) {
        try (InputStream content = own ? openOwn(file) : Files.newInputStream(given(file))) {
            return MAPPER.readTree(content);
        } catch (IOException e) {
            throw new IllegalStateException("golden data cannot be read: " + e, e);
        }
    }

    /** Whether a file is the project's own: how much is in it is known, and what of it differs, case by case. */
    public static boolean isOwn(String file) {
        Path given = given(file);
        return given == null || !Files.exists(given);
    }

    /** A file that is not JSON, such as {@code django-site.sqlite3}. The caller closes it. */
    public static InputStream open(String file) throws IOException {
        return isOwn(file) ? openOwn(file) : Files.newInputStream(given(file));
    }

    /** One of the project's own files, whatever directory is given. */
    public static JsonNode readOwn(String file) {
        return read(file, true);
    }

    /** Null if no directory is given. */
    private static @Nullable Path given(String file) {
        String directory = System.getProperty("djdbc.golden", "").trim();
        if (directory.isEmpty()) {
            return null;
        }
        Path path = Path.of(directory);
        if (!Files.isDirectory(path)) {
            throw new IllegalStateException("djdbc.golden=" + directory + " is no directory");
        }
        return path.resolve(file);
    }

    private static InputStream openOwn(String file) throws IOException {
        InputStream resource = Golden.class.getResourceAsStream("/golden/" + file);
        if (resource == null) {
            throw new IOException("there is no " + file + " among the project's golden data");
        }
        return resource;
    }
}
