package io.djdbc.driver.sql;

import io.djdbc.dialect.ValueTransform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.sql.Clob;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The texts in what applications bind to parameters. */
public final class BoundText {

    private BoundText() {}

    /**
     * What the value becomes as text; null if it is none. A lookup takes values of other types too, by their usual text.
     *
     * @throws SQLException (22000) if a stream cannot be read; or what a CLOB throws
     */
    public static @Nullable String of(@Nullable Object value, ValueTransform transform) throws SQLException {
        if (value instanceof String text) {
            return transform.apply(text);
        }
        if (value instanceof Character || value instanceof StringBuilder) {
            return transform.apply(value.toString());
        }
        if (value instanceof Clob clob) {
            return transform.apply(clob.getSubString(1, (int) Math.min(clob.length(), Integer.MAX_VALUE)));
        }
        if (value instanceof Reader reader) {
            return transform.apply(read(reader, Long.MAX_VALUE));
        }
        if (!transform.isOfLookup()) {
            return null;
        }
        String text = LookupText.of(value);
        return text == null ? null : transform.apply(text);
    }

    /** Reads so many characters at most, and closes nothing, as with any driver. */
    public static String read(Reader reader, long length) throws SQLException {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[1_024];
        try {
            while (text.length() < length) {
                int count = reader.read(buffer, 0, (int) Math.min(buffer.length, length - text.length()));
                if (count < 0) {
                    break;
                }
                text.append(buffer, 0, count);
            }
        } catch (IOException e) {
            throw new SQLException("the stream of a parameter cannot be read: " + e.getMessage(), "22000", e);
        }
        return text.toString();
    }

    /** What a stream of ASCII characters becomes. */
    public static byte[] ascii(InputStream stream, long length, ValueTransform transform) throws SQLException {
        try {
            byte[] bytes = length > Integer.MAX_VALUE ? stream.readAllBytes() : stream.readNBytes((int) length);
            return transform
                    .apply(new String(bytes, StandardCharsets.ISO_8859_1))
                    .getBytes(StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new SQLException("the stream of a parameter cannot be read: " + e.getMessage(), "22000", e);
        }
    }

    public static InputStream stream(byte[] text) {
        return new ByteArrayInputStream(text);
    }
}
