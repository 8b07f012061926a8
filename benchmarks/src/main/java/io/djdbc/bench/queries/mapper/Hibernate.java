package io.djdbc.bench.queries.mapper;

import io.djdbc.bench.queries.model.Blog;
import io.djdbc.bench.queries.model.Entry;
import io.djdbc.bench.queries.model.Remark;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;

/** Hibernate's stateless sessions, one for each piece of work. */
record Hibernate(SessionFactory factory, Connection connection) implements Work {
    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger LOGGER = Logger.getLogger("org.hibernate");

    private static final int BATCH = 1_000;

    static Hibernate on(Connection connection, Class<?> dialect) {
        LOGGER.setLevel(Level.SEVERE);
        var configuration = new Configuration()
                .setProperty(AvailableSettings.DIALECT, dialect.getName())
                .setProperty(AvailableSettings.ALLOW_METADATA_ON_BOOT, "false")
                .setProperty(AvailableSettings.STATEMENT_BATCH_SIZE, Integer.toString(BATCH))
                .addAnnotatedClass(Blog.class)
                .addAnnotatedClass(Entry.class)
                .addAnnotatedClass(Remark.class);
        return new Hibernate(configuration.buildSessionFactory(), connection);
    }

    private StatelessSession open() {
        return factory.openStatelessSession(connection);
    }

    @Override
    public List<Entry> entries() {
        try (var session = open()) {
            return session.createSelectionQuery("from Entry", Entry.class).getResultList();
        }
    }

    @Override
    public List<Entry> entriesOf(String blogName) {
        try (var session = open()) {
            return session.createSelectionQuery("from Entry e where e.blog.name like :name", Entry.class)
                    .setParameter("name", blogName + "%")
                    .getResultList();
        }
    }

    @Override
    public List<Entry> entries(String blogName, int rating, String headline) {
        try (var session = open()) {
            return session.createSelectionQuery(
                            "from Entry e where e.blog.name = :name and e.rating >= :rating and e.headline like :headline",
                            Entry.class)
                    .setParameter("name", blogName)
                    .setParameter("rating", rating)
                    .setParameter("headline", headline + "%")
                    .getResultList();
        }
    }

    @Override
    public Entry entry(long id) {
        try (var session = open()) {
            return session.get(Entry.class, id);
        }
    }

    @Override
    public long setComments(long blog, int rating, int comments) {
        try (var session = open()) {
            return session.createMutationQuery(
                            "update Entry e set e.comments = :comments where e.blog.id = :blog and e.rating = :rating")
                    .setParameter("comments", comments)
                    .setParameter("blog", blog)
                    .setParameter("rating", rating)
                    .executeUpdate();
        }
    }

    @Override
    public void insert(List<Remark> remarks) {
        try (var session = open()) {
            var transaction = session.beginTransaction();
            session.insertMultiple(remarks);
            transaction.commit();
        }
    }

    @Override
    public void close() throws SQLException {
        factory.close();
        connection.close();
    }
}
