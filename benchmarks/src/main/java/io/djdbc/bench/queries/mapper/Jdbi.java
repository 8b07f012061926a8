package io.djdbc.bench.queries.mapper;

import io.djdbc.bench.queries.model.EntryRow;
import io.djdbc.bench.queries.model.Remark;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.mapper.reflect.BeanMapper;

/** JDBI with its mapper of beans. */
record Jdbi(org.jdbi.v3.core.Jdbi jdbi, Connection connection) implements Work {
    static Jdbi on(Connection connection) {
        var jdbi = org.jdbi.v3.core.Jdbi.create(new ConnectionFactory() {
            @Override
            public Connection openConnection() {
                return connection;
            }

            @Override
            public void closeConnection(Connection open) {
                // it stays open
            }
        });
        jdbi.registerRowMapper(BeanMapper.factory(EntryRow.class));
        return new Jdbi(jdbi, connection);
    }

    @Override
    public List<EntryRow> entries() {
        return jdbi.withHandle(
                handle -> handle.createQuery(Sql.ENTRIES).mapTo(EntryRow.class).list());
    }

    @Override
    public List<EntryRow> entriesOf(String blogName) {
        return jdbi.withHandle(handle -> handle.createQuery(Sql.ENTRIES_OF + ":name")
                .bind("name", blogName + "%")
                .mapTo(EntryRow.class)
                .list());
    }

    @Override
    public List<EntryRow> entries(String blogName, int rating, String headline) {
        return jdbi.withHandle(handle -> handle.createQuery(Sql.THREE_CONDITIONS)
                .bind(0, blogName)
                .bind(1, rating)
                .bind(2, headline + "%")
                .mapTo(EntryRow.class)
                .list());
    }

    @Override
    public EntryRow entry(long id) {
        return jdbi.withHandle(handle -> handle.createQuery(Sql.ENTRY + ":id")
                .bind("id", id)
                .mapTo(EntryRow.class)
                .one());
    }

    @Override
    public long setComments(long blog, int rating, int comments) {
        return jdbi.withHandle(handle -> handle.createUpdate(Sql.SET_COMMENTS)
                .bind(0, comments)
                .bind(1, blog)
                .bind(2, rating)
                .execute());
    }

    @Override
    public void insert(List<Remark> remarks) {
        jdbi.useTransaction(handle -> {
            var batch =
                    handle.prepareBatch("INSERT INTO remark (author, body, rating) VALUES (:author, :body, :rating)");
            for (var remark : remarks) {
                batch.bindBean(remark).add();
            }
            batch.execute();
        });
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
