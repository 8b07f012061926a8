package io.djdbc.bench.queries.mapper;

import io.djdbc.bench.queries.model.EntryRow;
import io.djdbc.bench.queries.model.Remark;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.BeanPropertyRowMapper;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Spring's JdbcTemplate with its mapper of beans. */
record Spring(JdbcTemplate template, TransactionTemplate transaction, Connection connection) implements Work {
    static Spring on(Connection connection) {
        var source = new SingleConnectionDataSource(connection, false);
        return new Spring(
                new JdbcTemplate(source),
                new TransactionTemplate(new DataSourceTransactionManager(source)),
                connection);
    }

    private static BeanPropertyRowMapper<EntryRow> mapper() {
        return BeanPropertyRowMapper.newInstance(EntryRow.class);
    }

    @Override
    public List<EntryRow> entries() {
        return template.query(Sql.ENTRIES, mapper());
    }

    @Override
    public List<EntryRow> entriesOf(String blogName) {
        return template.query(Sql.ENTRIES_OF + "?", mapper(), blogName + "%");
    }

    @Override
    public List<EntryRow> entries(String blogName, int rating, String headline) {
        return template.query(Sql.THREE_CONDITIONS, mapper(), blogName, rating, headline + "%");
    }

    @Override
    public EntryRow entry(long id) {
        return Objects.requireNonNull(template.queryForObject(Sql.ENTRY + "?", mapper(), id));
    }

    @Override
    public long setComments(long blog, int rating, int comments) {
        return template.update(Sql.SET_COMMENTS, comments, blog, rating);
    }

    @Override
    public void insert(List<Remark> remarks) {
        transaction.executeWithoutResult(
                status -> template.batchUpdate(Sql.INSERT, remarks, remarks.size(), (insert, remark) -> {
                    insert.setString(1, remark.author);
                    insert.setString(2, remark.body);
                    insert.setInt(3, remark.rating);
                }));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
