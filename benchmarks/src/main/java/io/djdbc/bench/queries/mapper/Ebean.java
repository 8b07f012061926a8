package io.djdbc.bench.queries.mapper;

import io.djdbc.bench.queries.model.Remark;
import io.djdbc.bench.queries.model.ebean.EbeanBlog;
import io.djdbc.bench.queries.model.ebean.EbeanEntry;
import io.djdbc.bench.queries.model.ebean.EbeanRemark;
import io.ebean.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Ebean, with entities whose byte code its plugin changed when this module was built. */
record Ebean(Database database, Connection connection) implements Work {
    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger LOGGER = Logger.getLogger("io.ebean");

    static Ebean on(Connection connection, Target target) {
        LOGGER.setLevel(Level.SEVERE);
        var database = Database.builder()
                .name("bench")
                .register(false)
                .defaultDatabase(false)
                .disableClasspathSearch(true)
                .loadModuleInfo(false)
                .classes(List.of(EbeanBlog.class, EbeanEntry.class, EbeanRemark.class))
                .databasePlatform(target.ebean())
                .skipDataSourceCheck(true)
                .dataSource(new SingleConnectionDataSource(connection, true))
                .build();
        return new Ebean(database, connection);
    }

    @Override
    public List<EbeanEntry> entries() {
        return database.find(EbeanEntry.class).findList();
    }

    @Override
    public List<EbeanEntry> entriesOf(String blogName) {
        return database.find(EbeanEntry.class)
                .where()
                .like("blog.name", blogName + "%")
                .findList();
    }

    @Override
    public List<EbeanEntry> entries(String blogName, int rating, String headline) {
        return database.find(EbeanEntry.class)
                .where()
                .eq("blog.name", blogName)
                .ge("rating", rating)
                .like("headline", headline + "%")
                .findList();
    }

    @Override
    public EbeanEntry entry(long id) {
        return Objects.requireNonNull(database.find(EbeanEntry.class, id));
    }

    @Override
    public long setComments(long blog, int rating, int comments) {
        return database.update(EbeanEntry.class)
                .set("comments", comments)
                .where()
                .eq("blog.id", blog)
                .eq("rating", rating)
                .update();
    }

    @Override
    public void insert(List<Remark> remarks) {
        try (var transaction = database.beginTransaction()) {
            transaction.setBatchSize(remarks.size());
            // nobody asks for them, and JDBC by hand does not read them either
            transaction.setGetGeneratedKeys(false);
            database.insertAll(EbeanRemark.of(remarks), transaction);
            transaction.commit();
        }
    }

    @Override
    public void close() throws SQLException {
        database.shutdown();
        connection.close();
    }
}
