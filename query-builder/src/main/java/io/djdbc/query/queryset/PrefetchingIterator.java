package io.djdbc.query.queryset;

import io.djdbc.query.RowIterator;
import io.djdbc.query.execute.Session;
import io.djdbc.query.related.Prefetcher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/** Reads related objects ahead for one chunk of rows after another. */
final class PrefetchingIterator<T> implements RowIterator<T> {

    private final RowIterator<T> rows;
    private final int chunk;
    private final Session session;
    private final List<Object> lookups;
    private Iterator<T> present = Collections.emptyIterator();

    PrefetchingIterator(RowIterator<T> rows, int chunk, Session session, List<Object> lookups) {
        this.rows = rows;
        this.chunk = chunk;
        this.session = session;
        this.lookups = lookups;
    }

    @Override
    public boolean hasNext() {
        return present.hasNext() || rows.hasNext();
    }

    @Override
    public T next() {
        if (!present.hasNext()) {
            List<T> next = new ArrayList<>();
            do {
                next.add(rows.next());
            } while (next.size() < chunk && rows.hasNext());
            Prefetcher.prefetch(session, next, lookups);
            present = next.iterator();
        }
        return present.next();
    }

    @Override
    public void close() {
        rows.close();
    }
}
