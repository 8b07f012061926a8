package io.djdbc.cli;

import io.djdbc.driver.settings.ConnectionRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Removes, when it is closed, the database file that SQLite or H2 made only because somebody connected: a mistyped path
 * leaves no file behind. A file that was there before stays, and so does one that has been filled meanwhile.
 */
public final class NewFiles implements AutoCloseable {
    private static final String H2_DATABASE = ".mv.db";

    /** Where H2 logs errors, such as that a connection was closed. */
    private static final String H2_TRACE = ".trace.db";

    private final ConnectionRequest request;
    private final @Nullable Path absent;
    private final @Nullable Path absentTrace;

    /** Looks whether the database's file is there yet. */
    public NewFiles(ConnectionRequest request) {
        this.request = request;
        this.absent = ifAbsent(file(request.vendorUrl(), H2_DATABASE));
        this.absentTrace = ifAbsent(file(request.vendorUrl(), H2_TRACE));
    }

    private static @Nullable Path ifAbsent(@Nullable Path file) {
        return file == null || Files.exists(file) ? null : file;
    }

    /** The file that was not there; null if it was, or if there is none to be. */
    public @Nullable Path absent() {
        return absent;
    }

    /** The file of an embedded database, as far as its URL names it plainly; null for servers and memory. */
    private static @Nullable Path file(String vendorUrl, String h2Suffix) {
        if (vendorUrl.startsWith("jdbc:sqlite:") && h2Suffix.equals(H2_DATABASE)) {
            return path(vendorUrl.substring("jdbc:sqlite:".length()), "");
        }
        if (vendorUrl.startsWith("jdbc:h2:")) {
            String rest = vendorUrl.substring("jdbc:h2:".length());
            rest = rest.startsWith("file:") ? rest.substring("file:".length()) : rest;
            return path(rest.startsWith("~") ? System.getProperty("user.home") + rest.substring(1) : rest, h2Suffix);
        }
        return null;
    }

    private static @Nullable Path path(String rest, String suffix) {
        String plain = rest.split("[?;]", 2)[0];
        if (plain.isEmpty() || plain.contains(":")) {
            return null;
        }
        try {
            return Path.of(plain + suffix);
        } catch (InvalidPathException notAPath) {
            return null;
        }
    }

    @Override
    public void close() throws SQLException {
        try {
            if (absent != null && Files.exists(absent) && (Files.size(absent) == 0 || hasNoTables())) {
                Files.delete(absent);
            }
            if (absentTrace != null) {
                Files.deleteIfExists(absentTrace);
            }
        } catch (IOException unremovable) {
            throw new UncheckedIOException(unremovable);
        }
    }

    private boolean hasNoTables() throws SQLException {
        try (Connection bare = DriverManager.getConnection(request.vendorUrl(), request.vendorProperties());
                Statement statement = bare.createStatement();
                ResultSet rows = statement.executeQuery(
                        request.urlDialect().name().equals("h2")
                                ? "SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA <> 'INFORMATION_SCHEMA'"
                                : "SELECT COUNT(*) FROM sqlite_schema")) {
            return rows.next() && rows.getLong(1) == 0;
        }
    }
}
