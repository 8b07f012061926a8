package io.djdbc.driver.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("'' in a statement for Oracle")
class EmptyStringsTest {
    private final OracleSql oracle = OracleSql.django();

    private static String squeezed(String sql) {
        return sql.replaceAll(" +", " ").replace("( ", "(").trim();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "b = ''                       | b IS NULL",
                "b=''                         | b IS NULL",
                "b <> ''                      | b IS NOT NULL",
                "b != N''                     | b IS NOT NULL",
                "b ^= q'[]'                   | b IS NOT NULL",
                "b = nq'{}'                   | b IS NULL",
                "'' = b                       | b IS NULL",
                "'' <> (b + c)                | (b + c) IS NOT NULL",
                "UPPER(b) = UPPER('')         | UPPER(b) IS NULL",
                "b = CAST('' AS VARCHAR2(9))  | b IS NULL",
                "b = ('')                     | b IS NULL",
                "COALESCE(b, '') = ''         | COALESCE(b, '') IS NULL",
                "t.b(+) = ''                  | t.b(+) IS NULL",
                "b IN ('')                    | b IS NULL",
                "b IN ('', 'a')               | (b IN ('a') OR b IS NULL)",
                "b NOT IN ('', 'a')           | (b NOT IN ('a') AND b IS NOT NULL)",
                "b NOT IN ('')                | b IS NOT NULL",
                "NOT b IN ('a', '')           | NOT (b IN ('a') OR b IS NULL)",
                "'' IN (b, c)                 | (b IS NULL OR c IS NULL)",
                "(b, c) = ('', 'x')           | (b IS NULL AND c = 'x')",
                "(b, c) <> ('', 'x')          | (b IS NOT NULL OR c <> 'x')",
                "(b, c) IN (('', 'x'))        | ((b IS NULL AND c = 'x'))",
                "(b, c) IN (('', 'x'), (1, 2)) | ((b, c) IN ((1, 2)) OR (b IS NULL AND c = 'x'))",
                "b > ''                       | b IS NOT NULL",
                "b <= ''                      | b IS NULL",
                "b >= ''                      | (b IS NULL OR b IS NOT NULL)",
                "b < ''                       | (b IS NULL AND b IS NOT NULL)",
                "b BETWEEN '' AND 'z'         | (b IS NULL OR b <= 'z')",
                "b NOT BETWEEN '' AND 'z'     | b > 'z'",
                "b LIKE ''                    | b IS NULL",
                "b NOT LIKE '' ESCAPE '!'     | b IS NOT NULL",
                "b LIKE '%%'                  | (b LIKE '%%' OR b IS NULL)",
                "b NOT LIKE '%%'              | b NOT LIKE '%%'",
                "CASE b WHEN '' THEN 1 WHEN 'a' THEN 2 END = 1"
                        + " | CASE WHEN b IS NULL THEN 1 WHEN b = 'a' THEN 2 END = 1",
                "CASE WHEN b = '' THEN '' ELSE c END = ''" + " | CASE WHEN b IS NULL THEN '' ELSE c END IS NULL",
                "b = /* x */ ''               | b IS NULL /* x */",
                "REGEXP_LIKE(b, '', 'c')                | (b IS NULL OR b IS NOT NULL)",
                "REGEXP_LIKE(b, '^a$')                  | REGEXP_LIKE(b, '^a$')",
                "NOT (b = '' AND b IS NOT NULL)         | NOT (b IS NULL)",
                "b = '' AND b IS NOT NULL AND c = 1     | b IS NULL AND c = 1",
                "b IN ('', 'a') AND b IS NOT NULL       | (b IN ('a') OR b IS NULL)",
                "b IN ('') AND b IS NOT NULL OR c = 1   | b IS NULL OR c = 1",
                "b = '' AND c IS NOT NULL               | b IS NULL AND c IS NOT NULL",
                "b <> '' AND b IS NOT NULL              | b IS NOT NULL AND b IS NOT NULL",
                "b BETWEEN 'a' AND ''                   | (b IS NULL AND 'a' IS NULL)",
                "b NOT BETWEEN 'a' AND ''               | (b IS NOT NULL OR 'a' IS NOT NULL)",
                "b NOT BETWEEN '' AND ''                | b IS NOT NULL",
                "b LIKE CONCAT('%', CONCAT('', '%'))    | (b LIKE CONCAT('%', CONCAT('', '%')) OR b IS NULL)",
                "model = ''                             | model IS NULL",
                "'' = model                             | model IS NULL",
                "log <> '' AND NOT sample IN ('', 'a')  | log IS NOT NULL AND NOT (sample IN ('a') OR sample IS NULL)",
                "partition LIKE '%'                     | (partition LIKE '%' OR partition IS NULL)",
                "outer BETWEEN '' AND 'z'               | (outer IS NULL OR outer <= 'z')",
                "LOG(10, b) IN ('', 'a')                | (LOG(10, b) IN ('a') OR LOG(10, b) IS NULL)",
                "end = '' AND b = ''                    | end IS NULL AND b IS NULL",
                "b = CASE c WHEN 1 THEN end END AND b = ''  | b = CASE c WHEN 1 THEN end END AND b = ''",
                "a=1 and''=b                            | a=1 and b IS NULL",
                "(b=''and a=1)                          | (b IS NULL and a=1)",
                "case when''=b then 1 end=1             | case when b IS NULL then 1 end=1",
            })
    @DisplayName("is compared as NULL is")
    void comparesLiterals(String condition, String expected) throws SQLException {
        String sql = "SELECT a FROM t WHERE " + condition;
        String rewritten = oracle.text(sql);
        assertThat(squeezed(rewritten)).isEqualTo("SELECT a FROM t WHERE " + expected);
        assertThat(oracle.text(rewritten)).as("rewritten again").isEqualTo(rewritten);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO t (a, b) VALUES ('', 'x')",
                "UPDATE t SET a = '', b = CASE WHEN c = 1 THEN '' END WHERE d = 1",
                "MERGE INTO t USING s ON (t.a = s.a) WHEN MATCHED THEN UPDATE SET t.c = '', t.d = '' WHERE t.e = 1",
                "SELECT '' AS a, COALESCE(b, '') FROM t",
                "SELECT a FROM t WHERE b = '''' OR c = ' ' OR d = 'x'''",
                "SELECT a FROM t WHERE b = '' || c",
                "SELECT a FROM t WHERE b IN (SELECT '' FROM dual)",
                "SELECT \"b = ''\" FROM t -- b = ''",
                "SELECT * FROM t PIVOT (COUNT(*) FOR b IN ('', 'x'))",
                "SELECT a FROM t MODEL DIMENSION BY (a) MEASURES (b) RULES (b[1] = '')",
                "SELECT /*+ b = '' */ q'[b = '']' FROM t",
                "BEGIN UPDATE t SET a = 1 WHERE b = ''; END;",
                "CREATE TABLE t (a VARCHAR2(9) DEFAULT '' CHECK (a <> ''))",
                "SELECT a FROM t WHERE b = :b AND c = :1",
                "SELECT a FROM t WHERE (b = '' ",
                "SELECT a FROM t WHERE b = 'unterminated",
                "",
            })
    @DisplayName("is left alone where it is stored, part of something, or the vendor's to refuse")
    void leavesAlone(String sql) throws SQLException {
        assertThat(oracle.text(sql)).isSameAs(sql);
    }

    @Test
    @DisplayName("is found behind a parameter, whose number the others keep")
    void bound() throws SQLException {
        String sql = "SELECT a FROM t WHERE b = ? AND c <> ? AND d IN (?, ?) AND e = ?";
        assertThat(oracle.text(sql)).isSameAs(sql);
        assertThat(oracle.text(sql, 1))
                .isEqualTo("SELECT a FROM t WHERE b IS NULL AND c <> ? AND d IN (?, ?) AND e = ? [2, 3, 4, 5]");
        assertThat(squeezed(oracle.text(sql, 2, 4)))
                .isEqualTo(
                        "SELECT a FROM t WHERE b = ? AND c IS NOT NULL AND (d IN (?) OR d IS NULL) AND e = ? [1, 3, 5]");
    }

    @Test
    @DisplayName("is found behind both parameters of a range, and behind the parts of a pattern")
    void boundParts() throws SQLException {
        String range = "SELECT a FROM t WHERE b NOT BETWEEN ? AND ?";
        assertThat(oracle.text(range, 1, 2)).isEqualTo("SELECT a FROM t WHERE b IS NOT NULL []");
        assertThat(squeezed(oracle.text(range, 2)))
                .isEqualTo("SELECT a FROM t WHERE (b IS NOT NULL OR ? IS NOT NULL) [1]");
        String pattern = "SELECT a FROM t WHERE b LIKE '%' || ? || UPPER(?) ESCAPE ? AND c = ?";
        assertThat(oracle.text(pattern, 1)).isEqualTo(pattern);
        assertThat(oracle.text(pattern, 1, 2, 4))
                .isEqualTo("SELECT a FROM t WHERE (b LIKE '%' || ? || UPPER(?) ESCAPE ? OR b IS NULL) AND c IS NULL"
                        + " [1, 2, 3]");
        assertThat(oracle.text("SELECT a FROM t WHERE a = 1 and?=b", 1))
                .isEqualTo("SELECT a FROM t WHERE a = 1 and b IS NULL []");
    }

    @Test
    @DisplayName("is found in what is put together")
    void concatenations() throws SQLException {
        String select = "SELECT a FROM t WHERE ";
        String pattern = "b LIKE '%' || '' || '%'";
        assertThat(oracle.text(select + pattern)).isEqualTo(select + "(" + pattern + " OR b IS NULL)");
        assertThat(oracle.text(select + "window || limit = ''")).isEqualTo(select + "window || limit IS NULL");
        for (String other : new String[] {"b LIKE '%' || c", "b NOT LIKE '' || '%'"}) {
            assertThat(oracle.text(select + other)).isEqualTo(select + other);
        }
    }

    @Test
    @DisplayName("is left alone where it would make a statement many times as long")
    void staysShort() throws SQLException {
        String cases = "x";
        String compared = "x";
        String lists = "x";
        for (int i = 0; i < 30; i++) {
            cases = "case " + cases + " when '' then 'a' when 'b' then 'c' else 'd' end";
            compared = "(" + compared + " >= '')";
            lists = "(" + lists + " in ('', 'a'))";
        }
        for (String nested : new String[] {cases, compared, lists}) {
            String sql = "SELECT a FROM t WHERE 1 = " + nested;
            assertThat(oracle.text(sql)).isSameAs(sql);
        }
    }

    @Test
    @DisplayName("is found in a common table that has a program's name, and not in a program")
    void commonTables() throws SQLException {
        for (String name : new String[] {"procedure", "function"}) {
            assertThat(oracle.text("WITH " + name + " AS (SELECT 1 FROM t WHERE b = '') SELECT 1 FROM " + name))
                    .isEqualTo("WITH " + name + " AS (SELECT 1 FROM t WHERE b IS NULL) SELECT 1 FROM " + name);
        }
        String program =
                "WITH FUNCTION f RETURN NUMBER IS BEGIN RETURN CASE WHEN x = '' THEN 1 END; END; SELECT f FROM t";
        assertThat(oracle.text(program)).isSameAs(program);
    }

    @Test
    @DisplayName("is found in rows, whatever order their parameters get")
    void rows() throws SQLException {
        assertThat(squeezed(oracle.text("SELECT a FROM t WHERE (b, ?) = (?, ?)", 2)))
                .isEqualTo("SELECT a FROM t WHERE (b IS NULL AND ? = ?) [1, 3]");
        assertThat(squeezed(oracle.text("SELECT a FROM t WHERE (?, b, ?) = (c, '', ?)")))
                .isEqualTo("SELECT a FROM t WHERE (? = c AND b IS NULL AND ? = ?)");
        assertThat(oracle.rewrite("SELECT a FROM t WHERE (?, ?) = (?, '')")
                        .variants()
                        .usual()
                        .order())
                .containsExactly(1, 3, 2);
    }

    @Test
    @DisplayName("does not matter for parameters that are stored")
    void storedParameters() throws SQLException {
        for (String sql : new String[] {
            "INSERT INTO t (a, b) VALUES (?, ?)", "UPDATE t SET a = ?, b = ?", "SELECT ? FROM t WHERE x = y + ? + 1"
        }) {
            assertThat(oracle.rewrite(sql).variants()).as(sql).isNull();
        }
        assertThat(oracle.text("UPDATE t SET a = ? WHERE b = ?", 1, 2))
                .isEqualTo("UPDATE t SET a = ? WHERE b IS NULL [1]");
    }

    @Test
    @DisplayName("is found in lookups")
    void lookups() throws SQLException {
        assertThat(oracle.text("SELECT a FROM t WHERE {iexact b, ?}", 1))
                .isEqualTo("SELECT a FROM t WHERE UPPER(b) IS NULL []");
        assertThat(oracle.text("SELECT a FROM t WHERE {contains b, ?}", 1)).startsWith("SELECT a FROM t WHERE (b LIKE");
    }

    @Test
    @DisplayName("costs what reading the text costs, and no more with its length")
    void isLinear() throws SQLException {
        StringBuilder sql = new StringBuilder("SELECT a FROM t WHERE 1 = 1");
        for (int i = 0; i < 20_000; i++) {
            sql.append(" OR (b").append(i).append(" || c) IN ('', 'x', ?) AND CASE d WHEN '' THEN 1 END = ?");
        }
        String rewritten = oracle.text(sql.toString());
        assertThat(rewritten).hasSizeGreaterThan(sql.length()).doesNotContain("''");
    }

    @Test
    @DisplayName("goes as deep as anybody nests")
    void isDeep() throws SQLException {
        String deep = "(".repeat(20_000) + "a = ''" + ")".repeat(20_000);
        assertThat(oracle.text("SELECT 1 FROM t WHERE " + deep)).contains("a IS NULL");
        String nested = "'' = ".repeat(5_000) + "x";
        assertThat(oracle.text("SELECT 1 FROM t WHERE " + nested)).contains("x");
        String cases = "CASE '' WHEN ".repeat(3_000) + "x" + " THEN 1 END".repeat(3_000);
        assertThat(oracle.text("SELECT 1 FROM t WHERE 1 = " + cases)).contains("x");
    }
}
