package io.djdbc.bench.queries.mapper;

import io.djdbc.bench.queries.model.Remark;
import java.sql.SQLException;
import java.util.List;

/** What is measured, as one library does it; on one thread and over one connection, which is open already. */
public interface Work extends AutoCloseable {
    /** All 10,000 entries as objects. */
    List<?> entries() throws SQLException;

    /** The entries of the blogs whose name begins so: one join, one LIKE. */
    List<?> entriesOf(String blogName) throws SQLException;

    /** One entry by its key. */
    Object entry(long id) throws SQLException;

    /** Sets the number of comments of a blog's entries of a rating; says of how many. */
    long setComments(long blog, int rating, int comments) throws SQLException;

    /** Inserts them in one transaction. */
    void insert(List<Remark> remarks) throws SQLException;

    /** Entries by three conditions and one join. */
    List<?> entries(String blogName, int rating, String headline) throws SQLException;

    @Override
    void close() throws SQLException;
}
