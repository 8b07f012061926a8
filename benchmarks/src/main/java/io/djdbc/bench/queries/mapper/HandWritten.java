package io.djdbc.bench.queries.mapper;

import io.djdbc.bench.queries.model.Blog;
import io.djdbc.bench.queries.model.Entry;
import io.djdbc.bench.queries.model.Remark;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** JDBC as somebody writes it who wants it fast: the measure. */
record HandWritten(Connection connection) implements Work {
    @Override
    public List<Entry> entries() throws SQLException {
        try (var select = connection.prepareStatement(Sql.ENTRIES)) {
            return entries(select);
        }
    }

    @Override
    public List<Entry> entriesOf(String blogName) throws SQLException {
        try (var select = connection.prepareStatement(Sql.ENTRIES_OF + "?")) {
            select.setString(1, blogName + "%");
            return entries(select);
        }
    }

    @Override
    public List<Entry> entries(String blogName, int rating, String headline) throws SQLException {
        try (var select = connection.prepareStatement(Sql.THREE_CONDITIONS)) {
            select.setString(1, blogName);
            select.setInt(2, rating);
            select.setString(3, headline + "%");
            return entries(select);
        }
    }

    private static List<Entry> entries(PreparedStatement select) throws SQLException {
        try (var rows = select.executeQuery()) {
            var entries = new ArrayList<Entry>();
            while (rows.next()) {
                entries.add(entry(rows));
            }
            return entries;
        }
    }

    private static Entry entry(ResultSet row) throws SQLException {
        var entry = new Entry();
        entry.id = row.getLong(1);
        var blog = new Blog();
        blog.id = row.getLong(2);
        entry.blog = blog;
        entry.headline = row.getString(3);
        entry.rating = row.getInt(4);
        entry.comments = row.getInt(5);
        return entry;
    }

    @Override
    public Entry entry(long id) throws SQLException {
        try (var select = connection.prepareStatement(Sql.ENTRY + "?")) {
            select.setLong(1, id);
            try (var rows = select.executeQuery()) {
                if (!rows.next()) {
                    throw new SQLException("no entry " + id);
                }
                return entry(rows);
            }
        }
    }

    @Override
    public long setComments(long blog, int rating, int comments) throws SQLException {
        try (var update = connection.prepareStatement(Sql.SET_COMMENTS)) {
            update.setInt(1, comments);
            update.setLong(2, blog);
            update.setInt(3, rating);
            return update.executeUpdate();
        }
    }

    @Override
    public void insert(List<Remark> remarks) throws SQLException {
        connection.setAutoCommit(false);
        try (var insert = connection.prepareStatement(Sql.INSERT)) {
            for (var remark : remarks) {
                insert.setString(1, remark.author);
                insert.setString(2, remark.body);
                insert.setInt(3, remark.rating);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
