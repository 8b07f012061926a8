package io.djdbc.bench.queries.mapper;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.djdbc.bench.queries.model.EntryRow;
import io.djdbc.bench.queries.model.Remark;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record5;
import org.jooq.SQLDialect;
import org.jooq.SelectJoinStep;
import org.jooq.Table;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** jOOQ's DSL, and its default mapper to beans. */
record Jooq(DSLContext jooq, Connection connection) implements Work {
    private static final Table<?> ENTRY = table(name("entry"));
    private static final Table<?> BLOG = table(name("blog"));
    private static final Table<?> REMARK = table(name("remark"));
    private static final Field<Long> ID = field(name("entry", "id"), Long.class);
    private static final Field<Long> BLOG_ID = field(name("entry", "blog_id"), Long.class);
    private static final Field<String> HEADLINE = field(name("entry", "headline"), String.class);
    private static final Field<Integer> RATING = field(name("entry", "rating"), Integer.class);
    private static final Field<Integer> COMMENTS = field(name("entry", "n_comments"), Integer.class);
    private static final Field<Long> OTHER_ID = field(name("blog", "id"), Long.class);
    private static final Field<String> NAME = field(name("blog", "name"), String.class);

    static Jooq on(Connection connection, SQLDialect dialect) {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        return new Jooq(DSL.using(connection, dialect, new Settings().withExecuteLogging(false)), connection);
    }

    private SelectJoinStep<Record5<Long, Long, String, Integer, Integer>> select() {
        return jooq.select(ID, BLOG_ID, HEADLINE, RATING, COMMENTS).from(ENTRY);
    }

    private List<EntryRow> joined(Condition condition) {
        return select().join(BLOG).on(BLOG_ID.eq(OTHER_ID)).where(condition).fetchInto(EntryRow.class);
    }

    @Override
    public List<EntryRow> entries() {
        return select().fetchInto(EntryRow.class);
    }

    @Override
    public List<EntryRow> entriesOf(String blogName) {
        return joined(NAME.like(blogName + "%"));
    }

    @Override
    public List<EntryRow> entries(String blogName, int rating, String headline) {
        return joined(NAME.eq(blogName).and(RATING.ge(rating)).and(HEADLINE.like(headline + "%")));
    }

    @Override
    public EntryRow entry(long id) {
        return Objects.requireNonNull(select().where(ID.eq(id)).fetchOneInto(EntryRow.class));
    }

    @Override
    public long setComments(long blog, int rating, int comments) {
        return jooq.update(ENTRY)
                .set(field(name("n_comments"), Integer.class), comments)
                .where(BLOG_ID.eq(blog).and(RATING.eq(rating)))
                .execute();
    }

    @Override
    public void insert(List<Remark> remarks) {
        jooq.transaction(configuration -> {
            var in = DSL.using(configuration);
            var batch = in.batch(in.insertInto(
                            REMARK,
                            field(name("author"), String.class),
                            field(name("body"), String.class),
                            field(name("rating"), Integer.class))
                    .values("", "", 0));
            for (var remark : remarks) {
                batch = batch.bind(remark.author, remark.body, remark.rating);
            }
            batch.execute();
        });
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
