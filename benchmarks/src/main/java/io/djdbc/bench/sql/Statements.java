package io.djdbc.bench.sql;

import java.util.ArrayList;
import java.util.List;

/** Statements as applications send them, which every parser that is measured understands. */
final class Statements {
    /** With pieces of SQL that all dialects share. */
    private static final List<String> COMMON = List.of(
            "SELECT e.id, e.headline, b.name FROM blog_entry e INNER JOIN blog_blog b ON (e.blog_id = b.id) WHERE"
                    + " (e.headline LIKE ? AND e.pub_date >= '2005-01-01' AND NOT (b.name = 'Cheddar Talk')"
                    + " AND e.rating IN (1, 2, 3)) ORDER BY e.pub_date DESC",
            "INSERT INTO blog_entry (id, blog_id, headline, body_text, pub_date, rating) VALUES (?, ?, ?, ?, ?, ?)",
            "UPDATE blog_entry SET headline = ?, rating = rating + 1 WHERE id = ? AND headline <> ''",
            "DELETE FROM blog_entry_authors WHERE entry_id IN (SELECT id FROM blog_entry WHERE blog_id = ?)",
            "SELECT b.id, COUNT(e.id) AS entries, MAX(CASE WHEN e.rating > 3 THEN e.headline ELSE 'none' END) AS best"
                    + " FROM blog_blog b LEFT OUTER JOIN blog_entry e ON (b.id = e.blog_id AND UPPER(e.headline) LIKE"
                    + " '%IT''S%') GROUP BY b.id HAVING COUNT(e.id) > 10 ORDER BY entries DESC, b.id ASC",
            "WITH recent AS (SELECT blog_id, MAX(pub_date) AS latest FROM blog_entry GROUP BY blog_id) SELECT b.name,"
                    + " r.latest FROM recent r JOIN blog_blog b ON b.id = r.blog_id WHERE EXISTS (SELECT 1 FROM blog_entry"
                    + " x WHERE x.blog_id = b.id AND x.rating BETWEEN 2 AND 4) UNION ALL SELECT 'total', NULL FROM"
                    + " blog_blog");

    private Statements() {}

    static List<String> of(SqlDialect dialect) {
        var statements = new ArrayList<>(COMMON);
        statements.addAll(
                switch (dialect) {
                    case POSTGRESQL ->
                        List.of(
                                "SELECT \"blog_entry\".\"id\" FROM \"blog_entry\" WHERE \"blog_entry\".\"headline\"::text"
                                        + " LIKE ? LIMIT 21 OFFSET 5",
                                "SELECT COALESCE(b.name, 'x') || '%' FROM blog_blog b WHERE b.name ILIKE ?");
                    case MYSQL ->
                        List.of(
                                "SELECT `blog_entry`.`id` FROM `blog_entry` WHERE `blog_entry`.`headline` LIKE ? LIMIT 21",
                                "SELECT id FROM blog_blog WHERE name = 'it''s' FOR UPDATE");
                    case ORACLE ->
                        List.of(
                                "SELECT \"BLOG_ENTRY\".\"ID\" FROM \"BLOG_ENTRY\" WHERE \"BLOG_ENTRY\".\"HEADLINE\" ="
                                        + " ? FETCH FIRST 21 ROWS ONLY",
                                "SELECT NVL(name, 'x') FROM blog_blog WHERE ROWNUM <= 5 AND name = ''");
                    case SQLITE, H2 ->
                        List.of(
                                "SELECT \"blog_entry\".\"id\" FROM \"blog_entry\" WHERE \"blog_entry\".\"headline\" LIKE ?"
                                        + " ESCAPE '!' LIMIT 21 OFFSET 5",
                                "SELECT COALESCE(name, 'x') || '%' FROM blog_blog WHERE name = ''");
                });
        return statements;
    }
}
