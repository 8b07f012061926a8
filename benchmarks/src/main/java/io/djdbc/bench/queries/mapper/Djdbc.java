package io.djdbc.bench.queries.mapper;

import io.djdbc.bench.queries.model.Blog;
import io.djdbc.bench.queries.model.Entry;
import io.djdbc.bench.queries.model.Remark;
import io.djdbc.query.Database;
import java.util.List;

/** Ours. */
record Djdbc(Database db) implements Work {
    static Djdbc open(String url, String dialect) {
        var db = Database.builder()
                .database("default", url, null, null)
                .vendor("default", dialect)
                .models(Blog.class, Entry.class, Remark.class)
                .build();
        return new Djdbc(db);
    }

    @Override
    public List<Entry> entries() {
        return db.objects(Entry.class).all().toList();
    }

    @Override
    public List<Entry> entriesOf(String blogName) {
        return db.objects(Entry.class)
                .filter("blog__name__startswith", blogName)
                .toList();
    }

    @Override
    public List<Entry> entries(String blogName, int rating, String headline) {
        return db.objects(Entry.class)
                .filter("blog__name", blogName, "rating__gte", rating, "headline__startswith", headline)
                .toList();
    }

    @Override
    public Entry entry(long id) {
        return db.objects(Entry.class).get("pk", id);
    }

    @Override
    public long setComments(long blog, int rating, int comments) {
        return db.objects(Entry.class).filter("blog", blog, "rating", rating).update("comments", comments);
    }

    @Override
    public void insert(List<Remark> remarks) {
        db.objects(Remark.class).bulkCreate(remarks);
    }

    @Override
    public void close() {
        db.close();
    }
}
