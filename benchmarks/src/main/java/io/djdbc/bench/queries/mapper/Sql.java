package io.djdbc.bench.queries.mapper;

/** The statements of those who take SQL. */
final class Sql {
    static final String ENTRIES = "SELECT e.id, e.blog_id, e.headline, e.rating, e.n_comments FROM entry e";
    static final String ENTRIES_OF = ENTRIES + " INNER JOIN blog b ON (e.blog_id = b.id) WHERE b.name LIKE ";
    static final String ENTRY = ENTRIES + " WHERE e.id = ";
    static final String THREE_CONDITIONS = ENTRIES
            + " INNER JOIN blog b ON (e.blog_id = b.id) WHERE (b.name = ? AND e.rating >= ? AND e.headline LIKE ?)";
    static final String SET_COMMENTS = "UPDATE entry SET n_comments = ? WHERE (blog_id = ? AND rating = ?)";
    static final String INSERT = "INSERT INTO remark (author, body, rating) VALUES (?, ?, ?)";

    private Sql() {}
}
