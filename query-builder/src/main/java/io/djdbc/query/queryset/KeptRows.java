package io.djdbc.query.queryset;

import io.djdbc.query.QuerySet;
import io.djdbc.query.RowIterator;
import io.djdbc.query.execute.Session;
import io.djdbc.query.model.Model;
import io.djdbc.query.related.Prefetcher;
import io.djdbc.query.sql.Query;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of a query, which are read once and kept. */
abstract class KeptRows<T> implements QuerySet<T> {

    private static final int CHUNK = 2000;

    private final Definition definition;
    private volatile @Nullable List<T> kept;

    KeptRows(Definition definition) {
        this.definition = definition;
    }

    KeptRows(Definition definition, List<T> rows) {
        this.definition = definition;
        this.kept = Collections.unmodifiableList(rows);
    }

    public final Definition definition() {
        return definition;
    }

    public final Session session() {
        return definition.session();
    }

    public final Model model() {
        return definition.model();
    }

    private List<T> rows() {
        List<T> rows = kept;
        if (rows == null) {
            synchronized (this) {
                rows = kept;
                if (rows == null) {
                    rows = Collections.unmodifiableList(read());
                    kept = rows;
                }
            }
        }
        return rows;
    }

    private List<T> read() {
        List<T> rows = Reading.list(definition);
        if (!definition.prefetches().isEmpty()) {
            Prefetcher.prefetch(definition.session(), rows, definition.prefetches());
        }
        return rows;
    }

    @Override
    public List<T> toList() {
        return rows();
    }

    @Override
    public Stream<T> stream() {
        return rows().stream();
    }

    @Override
    public Iterator<T> iterator() {
        return rows().iterator();
    }

    @Override
    public int size() {
        return rows().size();
    }

    @Override
    public boolean isEmpty() {
        return rows().isEmpty();
    }

    @Override
    public boolean isEvaluated() {
        return kept != null;
    }

    @Override
    public boolean isOrdered() {
        return definition.isOrdered();
    }

    @Override
    public Query query() {
        Query query = definition.copy();
        query.setDatabase(definition.alias() == null ? session().preferred() : definition.alias());
        return query;
    }

    @Override
    public RowIterator<T> iterate() {
        return iterate(CHUNK);
    }

    @Override
    public RowIterator<T> iterate(int chunk) {
        if (chunk <= 0) {
            throw new IllegalArgumentException("Chunk size must be strictly positive.");
        }
        return Reading.iterate(definition, chunk);
    }

    /** The rows, if they have been read. */
    final @Nullable List<T> keptRows() {
        return kept;
    }

    /** The same rows otherwise. */
    static <R> DefaultQuerySet<R> with(Definition other) {
        return new DefaultQuerySet<>(other);
    }

    final DefaultQuerySet<T> with(Query query) {
        return new DefaultQuerySet<>(definition.with(query));
    }

    final DefaultQuerySet<T> known(Object key, UnaryOperator<Query> operation) {
        return new DefaultQuerySet<>(definition.known(key, operation));
    }

    /** What was read is no longer so. */
    final void forget() {
        kept = null;
    }

    @Override
    public long count() {
        List<T> rows = kept;
        return rows != null ? rows.size() : Reading.count(definition);
    }

    @Override
    public boolean exists() {
        List<T> rows = kept;
        return rows != null ? !rows.isEmpty() : Reading.exists(definition);
    }

    @Override
    public T at(int index) {
        Definition.refuseNegative(index);
        List<T> rows = definition.raw() == null ? kept : rows();
        List<T> one = rows == null ? Reading.<T>list(definition.sliced(index, index + 1)) : rows;
        int at = rows == null ? 0 : index;
        if (at >= one.size()) {
            throw new IndexOutOfBoundsException("list index out of range");
        }
        return one.get(at);
    }

    @Override
    public String toString() {
        return "QuerySet of " + model().label() + (kept == null ? "" : ", " + rows().size() + " rows");
    }
}
