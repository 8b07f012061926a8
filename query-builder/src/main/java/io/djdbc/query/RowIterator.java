package io.djdbc.query;

import java.util.Iterator;

/**
 * Rows that are read as they are asked for. Holds a connection until the last row was given or it is closed; not for use
 * by several threads.
 *
 * <pre>{@code
 * try (RowIterator<Entry> rows = entries.iterate()) {
 *     rows.forEachRemaining(entry -> …);
 * }
 * }</pre>
 */
public interface RowIterator<T> extends Iterator<T>, AutoCloseable {

    @Override
    void close();
}
