package io.djdbc.driver.wrapper;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import org.jspecify.annotations.Nullable;

/**
 * A stream that the application has bound, which can be read only once, but must be bound to another statement if the
 * next execution needs one. What a vendor reads is remembered up to {@value #BOUND} characters or bytes, and read from
 * there by the next; a longer stream that was read already is refused, as the rest of it would be stored. Used by one
 * thread.
 */
abstract class RememberedStream<S> {
    static final int BOUND = 1_048_576;

    /** How much was read of the stream. */
    long total;

    /** Whether that is more than is remembered. */
    boolean lost;

    /** The whole stream, from its beginning. */
    abstract S open();

    /** Whether the stream has no content; reads its first character. */
    abstract boolean hasNothing() throws IOException;

    /**
     * What a vendor's statement is given; null for null.
     *
     * @throws SQLFeatureNotSupportedException (0A000) if the stream was read already, and is too long to be remembered
     */
    static <S> @Nullable S open(int number, @Nullable RememberedStream<S> stream) throws SQLException {
        if (stream == null) {
            return null;
        }
        if (stream.lost) {
            throw new SQLFeatureNotSupportedException(
                    "the stream of parameter " + number
                            + " was read by an earlier execution or row of the batch, and is"
                            + " longer than the " + BOUND
                            + " characters or bytes that are remembered for one that needs"
                            + " another text, because of a value that is ''. Bind the stream before each execution, or"
                            + " set EMPTY_STRINGS=native",
                    "0A000");
        }
        return stream.open();
    }

    /** @throws SQLException (22000) if the stream cannot be read */
    static boolean isEmpty(int number, RememberedStream<?> stream) throws SQLException {
        try {
            return stream.hasNothing();
        } catch (IOException e) {
            throw new SQLException(
                    "the stream of parameter " + number + " cannot be read: " + e.getMessage(), "22000", e);
        }
    }

    /** Two vendors' statements read it by turns, and one of them would get what the other one left. */
    static IOException readAlready() {
        return new IOException("the stream was read already, and is too long to be remembered");
    }

    /** How much room to make for so much more. */
    static int grown(int room, int needed) {
        return Math.min(BOUND, Math.max(needed, Math.max(512, room * 2)));
    }
}
