package io.djdbc.query;

import io.djdbc.query.queryset.DefaultQuerySet;
import org.jspecify.annotations.Nullable;

/**
 * A relation to read ahead, with a query set of one's own; Django's {@code Prefetch}.
 *
 * <pre>{@code
 * blogs.prefetchRelated(Prefetch.of("entry_set", entries.filter("rating", 5)).to("best"));
 * db.prefetched(blog, "best");
 * }</pre>
 *
 * @param path the relations, with {@code __} between
 * @param querySet which objects the last of them gives, in which order; null for all
 * @param toAttr the name by which they are found; null for the relation itself
 */
public record Prefetch(
        String path,
        @Nullable QuerySet<?> querySet,
        @Nullable String toAttr) {

    public Prefetch {
        DefaultQuerySet.refuseInPrefetch(querySet);
    }

    public static Prefetch of(String path) {
        return new Prefetch(path, null, null);
    }

    public static Prefetch of(String path, QuerySet<?> querySet) {
        return new Prefetch(path, querySet, null);
    }

    /**
     * Puts them into a list of their own: in an attribute of that name if there is one. A single object is kept beside the
     * relation, as Django's {@code to_attr} does: {@code db.load(instance, attribute)} gives it, null if there is none.
     */
    public Prefetch to(String attribute) {
        return new Prefetch(path, querySet, attribute);
    }
}
