package io.djdbc.driver.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.dialect.ValueTransform;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LikeRewriteTest {

    private static String sqlite(String condition) {
        return Rewriting.SQLITE.text("SELECT 1 FROM t WHERE " + condition).substring("SELECT 1 FROM t WHERE ".length());
    }

    private static String h2(String condition) {
        return Rewriting.H2.text("SELECT 1 FROM t WHERE " + condition).substring("SELECT 1 FROM t WHERE ".length());
    }

    @Test
    void theClauseComesAfterThePattern() {
        String escape = " ESCAPE '\\'";
        assertThat(sqlite("a LIKE 'x%'")).isEqualTo("a LIKE 'x%'" + escape);
        assertThat(sqlite("a NOT LIKE ? AND b = 1")).isEqualTo("a NOT LIKE ?" + escape + " AND b = 1");
        assertThat(sqlite("a like b.\"c\" || '%' or x")).isEqualTo("a like b.\"c\" || '%'" + escape + " or x");
        assertThat(sqlite("(a LIKE lower(?)) = 1")).isEqualTo("(a LIKE lower(?)" + escape + ") = 1");
        assertThat(sqlite("a LIKE (SELECT p FROM q LIMIT 1)")).isEqualTo("a LIKE (SELECT p FROM q LIMIT 1)" + escape);
        assertThat(sqlite("a LIKE CASE WHEN b LIKE 'y' THEN 'z' END"))
                .isEqualTo("a LIKE CASE WHEN b LIKE 'y'" + escape + " THEN 'z' END" + escape);
        assertThat(sqlite("a LIKE 'x' COLLATE NOCASE ORDER BY 1"))
                .isEqualTo("a LIKE 'x' COLLATE NOCASE" + escape + " ORDER BY 1");
        assertThat(sqlite("a LIKE 'x' -- why\n AND b")).isEqualTo("a LIKE 'x'" + escape + " -- why\n AND b");
        assertThat(sqlite("a LIKE 'x'; SELECT b LIKE 'y'"))
                .isEqualTo("a LIKE 'x'" + escape + "; SELECT b LIKE 'y'" + escape);
        assertThat(sqlite("a LIKE -1 AND b LIKE :p")).isEqualTo("a LIKE -1" + escape + " AND b LIKE :p" + escape);
        assertThat(sqlite("1) LEFT JOIN u ON u.a LIKE t.b || ? AND 1"))
                .isEqualTo("1) LEFT JOIN u ON u.a LIKE t.b || ?" + escape + " AND 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT a LIKE 'x' ESCAPE '!'",
                "SELECT a LIKE ? ESCAPE ?",
                "SELECT a LIKE b || '%' {escape '\\'}",
                "SELECT like('x', a), t.like FROM t",
                "SELECT a FROM t WHERE like('x', a) AND NOT like(a, 'x')",
                "SELECT a GLOB 'x\\y', a REGEXP 'x', a SIMILAR TO 'x\\y', a MATCH 'z'",
                "SELECT 'a LIKE b', \"x LIKE y\", `LIKE`, [p LIKE q] /* a LIKE 'b' */ -- a LIKE 'b'",
                "CREATE TABLE t (a TEXT CHECK (a LIKE 'x%'))",
                "CREATE VIEW v AS SELECT a LIKE 'x' FROM t",
                "CREATE INDEX i ON t (a) WHERE a LIKE 'x'",
                "CREATE TRIGGER r AFTER INSERT ON t BEGIN SELECT a LIKE 'x'; SELECT b LIKE 'y'; END",
                "ALTER TABLE t ADD CHECK (a LIKE 'x')",
                "SELECT a LIKE 'x",
                "SELECT a LIKE",
                "SELECT a LIKE FROM t",
                "SELECT a LIKE b :: NOT LIKE 'c'",
                "SELECT a LIKE ('x'",
                "LIKE 'x'",
            })
    void isLeftAlone(String sql) {
        assertThat(Rewriting.SQLITE.text(sql)).isSameAs(sql);
    }

    @Test
    void patternsAreWrittenAsTheDatabaseTakesThem() {
        String escape = " ESCAPE '\\'"; // whatever H2's DEFAULT_ESCAPE is
        assertThat(h2("a LIKE 'x%_y'")).isEqualTo("a LIKE 'x%_y'" + escape);
        assertThat(h2("a LIKE '50\\%'")).isEqualTo("a LIKE '50\\%'" + escape);
        assertThat(h2("a LIKE 'c:\\dir\\\\x'")).isEqualTo("a LIKE 'c:dir\\\\x'" + escape);
        assertThat(h2("a LIKE 'end\\'")).isEqualTo("a LIKE 'end\\\\'" + escape);
        assertThat(h2("a LIKE '\\a' || b || '\\c\\'")).isEqualTo("a LIKE 'a' || b || 'c\\\\'" + escape);
        assertThat(h2("a LIKE '\\' || '%'")).isEqualTo("a LIKE '\\' || '%'" + escape);
        assertThat(h2("a LIKE UPPER(CONCAT('\\', N'\\z'))")).isEqualTo("a LIKE UPPER(CONCAT('\\', N'z'))" + escape);
        assertThat(h2("a LIKE REPLACE('\\a', 'x', 'y')")).isEqualTo("a LIKE REPLACE('\\a', 'x', 'y')" + escape);
        assertThat(h2("a LIKE 'it''s\\x'")).isEqualTo("a LIKE 'it''sx'" + escape);
        assertThat(Rewriting.POSTGRESQL.text("SELECT a LIKE 'x\\y' AND b ILIKE 'end\\'"))
                .isEqualTo("SELECT a LIKE 'x\\y' AND b ILIKE E'end\\\\\\\\'");
        assertThat(Rewriting.POSTGRESQL.text("SELECT a LIKE ANY (ARRAY['x\\', 'y\\z'])"))
                .isEqualTo("SELECT a LIKE ANY (ARRAY[E'x\\\\\\\\', 'y\\z'])");
        assertThat(Rewriting.ORACLE.text("SELECT 1 FROM t WHERE a LIKE q'[x\\y]'"))
                .isEqualTo("SELECT 1 FROM t WHERE a LIKE 'xy' ESCAPE '\\'");
    }

    @Test
    void whatIsNoNameAfterACastOrADotIsTheDatabasesToRefuse() {
        for (String sql : List.of(
                "SELECT a LIKE b :: {startswith c, 'x'}",
                "SELECT a LIKE b.{startswith c, 'x'}",
                "SELECT a LIKE (b).{startswith c, 'x'}",
                "SELECT a LIKE b COLLATE {startswith c, 'x'}")) {
            assertThat(Rewriting.H2.text(sql))
                    .as(sql)
                    .doesNotContain("startswith")
                    .endsWith("LIKE 'x%' ESCAPE '\\')");
        }
    }

    @Test
    void mySqlHasTheseRulesItself() {
        for (String sql : List.of("SELECT a LIKE '50\\%'", "SELECT a LIKE BINARY ?", "SELECT a LIKE \"x\\\\\"")) {
            assertThat(Rewriting.MYSQL.rewrite(sql)).isSameAs(RewrittenSql.UNCHANGED);
        }
        assertThat(Rewriting.MYSQL_PLAIN.text("SELECT a LIKE BINARY '50\\%' AND b"))
                .isEqualTo("SELECT a LIKE BINARY '50\\%' ESCAPE '\\' AND b");
        assertThat(Rewriting.MYSQL_PLAIN.text("SHOW TABLES LIKE 'x'")).isEqualTo("SHOW TABLES LIKE 'x'");
    }

    @Test
    void valuesAreTransformedWhereTheyArePatterns() {
        String sql = "SELECT ? WHERE a LIKE ? AND b = ? AND c LIKE '%' || ? || '%' AND d LIKE CONCAT(?, LOWER(?))"
                + " AND e LIKE (SELECT ?) AND f LIKE ? ESCAPE '!'";
        assertThat(Rewriting.H2.transform(sql, 1)).isNull();
        assertThat(Rewriting.H2.transform(sql, 2)).isEqualTo(ValueTransform.STRICT_PATTERN);
        assertThat(Rewriting.H2.transform(sql, 3)).isNull();
        assertThat(Rewriting.H2.transform(sql, 4)).isEqualTo(ValueTransform.STRICT_PATTERN_PART);
        assertThat(Rewriting.H2.transform(sql, 5)).isEqualTo(ValueTransform.STRICT_PATTERN_PART);
        assertThat(Rewriting.H2.transform(sql, 6)).isEqualTo(ValueTransform.STRICT_PATTERN);
        assertThat(Rewriting.H2.transform(sql, 7)).isNull();
        assertThat(Rewriting.H2.transform(sql, 8)).isNull();
        assertThat(Rewriting.H2.transform(sql, 9)).isNull();
        assertThat(Rewriting.H2.text(sql).replace(" ESCAPE '\\'", "")).isEqualTo(sql);
    }

    @Test
    void programsAreLeftAlone() {
        for (String sql : List.of(
                "BEGIN SELECT 1 INTO x FROM t WHERE a LIKE 'x\\y'; END;",
                "<<l>> DECLARE x INT; BEGIN UPDATE t SET a = 1 WHERE b LIKE 'c'; END;",
                "CREATE OR REPLACE PACKAGE BODY p AS x INT; UPDATE t SET a = 1 WHERE b LIKE 'c'; END;",
                "WITH FUNCTION f RETURN INT IS BEGIN RETURN 1; END; SELECT f FROM t WHERE a LIKE 'b'")) {
            assertThat(Rewriting.ORACLE.text(sql)).isSameAs(sql);
        }
        String dollars = "DO $$ BEGIN PERFORM 1 WHERE 'a' LIKE 'b\\'; END $$";
        assertThat(Rewriting.POSTGRESQL.text(dollars)).isSameAs(dollars);
    }
}
