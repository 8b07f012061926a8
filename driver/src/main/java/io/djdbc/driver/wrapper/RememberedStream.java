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
abstract class RememberedStream<S, A> {
    static final int BOUND = 1_048_576;

    /** An array with what is remembered, and its length: of arrays in general Java does not say it cheaply. */
    private A remembered;

    private int room;
    private final A nothing;

    /** How much was read of the stream. */
    long total;

    /** Whether that is more than is remembered. */
    boolean lost;

    /** @param nothing an array without room */
    RememberedStream(A nothing) {
        this.nothing = nothing;
        this.remembered = nothing;
    }

    /** The whole stream, from its beginning. */
    abstract S open();

    /** Reads on in the application's stream. */
    abstract int readSource(A to, int at, int length) throws IOException;

    /** An array of so many characters or bytes. */
    abstract A room(int length);

    /** Whether the stream has no content; reads its first character. */
    final boolean hasNothing() throws IOException {
        return total == 0 && readOn(room(1), 0, 1) < 0;
    }

    /** For a reader that has come so far: from what is remembered, then from the stream. */
    final int readFrom(long position, A to, int at, int length) throws IOException {
        if (position == total) {
            return readOn(to, at, length);
        }
        if (lost) {
            // two vendors' statements read it by turns, and one of them would get what the other one left
            throw new IOException("the stream was read already, and is too long to be remembered");
        }
        int count = (int) Math.min(length, total - position);
        System.arraycopy(remembered, (int) position, to, at, count);
        return count;
    }

    private int readOn(A to, int at, int length) throws IOException {
        int count = readSource(to, at, length);
        if (count > 0) {
            if (!lost) {
                remember(to, at, count);
            }
            total += count;
        }
        return count;
    }

    private void remember(A from, int at, int count) {
        long needed = total + count;
        if (needed > BOUND) {
            lost = true;
            remembered = nothing;
            room = 0;
            return;
        }
        if (needed > room) {
            room = Math.min(BOUND, Math.max((int) needed, Math.max(512, room * 2)));
            A more = room(room);
            System.arraycopy(remembered, 0, more, 0, (int) total);
            remembered = more;
        }
        System.arraycopy(from, at, remembered, (int) total, count);
    }

    /**
     * What a vendor's statement is given; null for null.
     *
     * @throws SQLFeatureNotSupportedException (0A000) if the stream was read already, and is too long to be remembered
     */
    static <S> @Nullable S open(int number, @Nullable RememberedStream<S, ?> stream) throws SQLException {
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
    static boolean isEmpty(int number, RememberedStream<?, ?> stream) throws SQLException {
        try {
            return stream.hasNothing();
        } catch (IOException e) {
            throw new SQLException(
                    "the stream of parameter " + number + " cannot be read: " + e.getMessage(), "22000", e);
        }
    }
}
