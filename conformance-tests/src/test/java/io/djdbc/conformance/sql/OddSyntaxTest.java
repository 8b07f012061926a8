package io.djdbc.conformance.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.conformance.databases.DatabaseKit;
import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Beside every way that a database has to write a literal, a name, a comment or a parameter, lookups and LIKE are found
 * and bound, and what is in those is left as it is.
 */
@DisplayName("LIKE and lookups: among each database's own syntax")
@EachDatabase({"sqlite", "postgresql", "mariadb", "mysql", "h2"})
class OddSyntaxTest extends DatabaseKit {
    private Connection connection;

    OddSyntaxTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void store() throws SQLException {
        connection = database.openDjdbc();
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS odd_syntax");
            statement.execute("CREATE TABLE odd_syntax (id INT NOT NULL PRIMARY KEY, s VARCHAR(100))");
            boolean doubled = database.is("mariadb", "mysql");
            String rows = "(1, '50%'), (2, '500'), (3, 'c:\\dir'), (4, 'end\\'), (5, 'a_b'), (6, 'axb'), (7, NULL)";
            statement.execute("INSERT INTO odd_syntax VALUES " + (doubled ? rows.replace("\\", "\\\\") : rows));
        }
    }

    @AfterEach
    void drop() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP VIEW IF EXISTS odd_view");
            statement.execute("DROP TABLE odd_syntax");
        }
        connection.close();
    }

    private List<String> row(String sql, Object... values) throws SQLException {
        return rows(sql, values).get(0);
    }

    private List<List<String>> rows(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<List<String>> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                        row.add(found.getString(i));
                    }
                    rows.add(row);
                }
            }
            return rows;
        }
    }

    private String ids(String condition, Object... values) throws SQLException {
        StringBuilder ids = new StringBuilder();
        for (List<String> row : rows("SELECT id FROM odd_syntax WHERE " + condition + " ORDER BY id", values)) {
            ids.append(row.get(0));
        }
        return ids.toString();
    }

    @Test
    void literalsNamesAndCommentsAreSkipped() throws SQLException {
        String standard = "SELECT 'it''s ? {contains a, b}' AS a /* ' ? {contains */, id -- ' ? {\n";
        assertThat(row(standard + "FROM odd_syntax WHERE {contains s, ?} AND id = ?", "0%", 1))
                .containsExactly("it's ? {contains a, b}", "1");
        switch (database.name()) {
            case "postgresql" -> {
                assertThat(row(
                                "SELECT E'it\\'s ? {contains a, b}', U&'d\\0061t ?', $q$ '? {contains$q$, $$?'$$,"
                                        + " '\\' /* /* ' */ ? */, '{\"a\": 1}'::jsonb ?? 'a', '{\"a\": 1}'::jsonb ??|"
                                        + " ARRAY['a'], '{\"a\": 1}'::jsonb ??& ARRAY['a', 'b'], (ARRAY[id, 2])[1:1],"
                                        + " U&\"i\\0064\", a$b AS \"?\" FROM (SELECT *, 9 AS a$b FROM odd_syntax) x"
                                        + " WHERE {contains s, ?} -- '?",
                                "0%"))
                        .containsExactly(
                                "it's ? {contains a, b}",
                                "dat ?",
                                " '? {contains",
                                "?'",
                                "\\",
                                "t",
                                "t",
                                "f",
                                "{1}",
                                "1",
                                "9");
            }
            case "mariadb", "mysql" -> {
                assertThat(row(
                                "SELECT 'it\\'s ? {contains a, b}', \"?\\\" {contains a, b}\", `id` # ' ?\n,"
                                        + " /*!50000 1 + */ 1 -- ' ?\n, 5--3, @x := 7, _utf8mb4'?' AS `a``?`"
                                        + " FROM odd_syntax WHERE {contains s, ?}",
                                "0%"))
                        .containsExactly("it's ? {contains a, b}", "?\" {contains a, b}", "1", "2", "8", "7", "?");
            }
            case "sqlite" -> {
                assertThat(row(
                                "SELECT \"id\", `id`, [id], X'4142', 9 AS [? {contains ' b], 8 AS \"'?\", 7 AS `\"?`"
                                        + " FROM odd_syntax WHERE {contains [s], ?}",
                                "0%"))
                        .containsExactly("1", "1", "1", "AB", "9", "8", "7");
            }
            default -> {
                assertThat(row(
                                "SELECT U&'d\\0061t ?', $$ '? {contains$$, /* /* ' */ ? */ \"ID\" FROM odd_syntax"
                                        + " WHERE {contains s, ?}",
                                "0%"))
                        .containsExactly("dat ?", " '? {contains", "1");
            }
        }
    }

    @Test
    void likeHasItsForms() throws SQLException {
        boolean mySql = database.is("mariadb", "mysql");
        String backslash = mySql ? "\\\\" : "\\";
        assertThat(ids("s LIKE '50" + backslash + "%'")).isEqualTo("1");
        assertThat(ids("s NOT LIKE '50" + backslash + "%'")).isEqualTo("23456");
        assertThat(ids("NOT s LIKE ?", "50\\%")).isEqualTo("23456");
        assertThat(ids("s LIKE 'a" + backslash + "_b' OR s LIKE ?", "%" + "\\")).isEqualTo("45");
        assertThat(ids(mySql ? "s LIKE CONCAT('%', ?)" : "s LIKE '%' || ?", "\\%"))
                .isEqualTo("1");
        assertThat(ids(
                        "id IN (SELECT x.id FROM odd_syntax x JOIN odd_syntax y ON x.s LIKE ? AND y.id = x.id)",
                        "a\\_%"))
                .isEqualTo("5");
        assertThat(ids("CASE WHEN s LIKE ? THEN 1 ELSE 0 END = 1", "50\\%")).isEqualTo("1");
        assertThat(ids("s LIKE ? ESCAPE '!'", "50!%")).isEqualTo("1");
        if (database.is("postgresql", "h2")) {
            assertThat(ids("s ILIKE 'A\\_B' OR s ILIKE ?", "END\\")).isEqualTo("45");
        }
        if (database.is("postgresql")) {
            assertThat(ids("s LIKE ANY (ARRAY['50\\%', 'end\\', ?])", "a\\_b")).isEqualTo("145");
            assertThat(ids("s LIKE ALL (ARRAY['%\\_%', 'a%'])")).isEqualTo("5");
            assertThat(ids("s NOT ILIKE ALL (ARRAY['%0%', ?])", "end\\")).isEqualTo("356");
        }
    }

    @Test
    void whatIsNoLikeIsLeftAlone() throws SQLException {
        switch (database.name()) {
            case "postgresql" ->
                assertThat(ids("s SIMILAR TO '50\\%|a\\_b' OR s ~ '^c:\\\\d'")).isEqualTo("135");
            case "sqlite" ->
                assertThat(ids("s GLOB 'c:\\d*' OR s REGEXP '^50\\D$'")).isEqualTo("13");
            case "h2" -> assertThat(ids("s REGEXP '^c:\\\\d' OR s = 'end\\'")).isEqualTo("34");
            default ->
                assertThat(ids("s REGEXP '^50\\\\D$' OR s RLIKE '^a_b$'")).isEqualTo("15");
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE VIEW odd_view AS SELECT id FROM odd_syntax WHERE s LIKE '50!%' ESCAPE '!'");
        }
        assertThat(row("SELECT id FROM odd_view")).containsExactly("1");
    }

    @Test
    void lookupsNest() throws SQLException {
        boolean escapes = !database.is("sqlite"); // its driver has no escapes of JDBC
        String lower = escapes ? "{fn LCASE(s)}" : "LOWER(s)";
        assertThat(ids("{contains " + lower + ", " + lower.replace("s)", "'0%')") + "}"))
                .isEqualTo("1");
        assertThat(ids("{startswith " + lower + ", ?} AND {endswith s, 'b'}", "a_"))
                .isEqualTo("5");
        if (escapes) {
            assertThat(ids("{fn LENGTH(s)} = 3 AND {contains {fn CONCAT(s, {fn LCASE('X')})}, {fn LCASE(?)}}", "%X"))
                    .isEqualTo("1");
        }
        assertThat(ids("{contains CASE WHEN {iexact s, ?} THEN s END, ?}", "A_B", "_"))
                .isEqualTo("5");
        assertThat(rows(
                        "SELECT x.id FROM odd_syntax x LEFT JOIN odd_syntax y ON {iexact x.s, y.s} AND {contains y.s, ?}"
                                + " WHERE y.id IS NOT NULL",
                        "%"))
                .containsExactly(List.of("1"));
        assertThat(ids("{contains s, s} AND {startswith s, s} AND {endswith s, s}"))
                .isEqualTo("123456");
    }

    @Test
    void namedAndNumberedParametersKeepTheirClause() throws SQLException {
        if (database.is("sqlite")) {
            for (String parameter : List.of("?1", ":p", "@p", "$p")) {
                assertThat(ids("s LIKE " + parameter, "50\\%")).as(parameter).isEqualTo("1");
                assertThat(ids("{contains s, " + parameter + "}", "%"))
                        .as(parameter)
                        .isEqualTo("1");
                assertThat(ids("{iexact s, " + parameter + "}", "A_B"))
                        .as(parameter)
                        .isEqualTo("5");
                assertThat(ids("s LIKE " + parameter + " OR s = " + parameter, "a\\_b"))
                        .as(parameter)
                        .isEqualTo("5");
            }
        } else if (database.is("h2")) {
            assertThat(ids("s LIKE ?1", "50\\%")).isEqualTo("1");
            assertThat(ids("{contains s, ?1}", "%")).isEqualTo("1");
        } else {
            assertThat(ids("s LIKE ? AND {endswith s, ?}", "5_%", "%")).isEqualTo("1"); // these have no others
        }
    }
}
