package io.djdbc.driver.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.djdbc.dialect.ValueTransform;
import io.djdbc.driver.LookupSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookupRewriteTest {

    @Test
    void aParameterIsEscapedWhenItIsBound() {
        String sql = "SELECT 1 FROM e WHERE {icontains e.headline, ?} AND id = ? AND {ENDSWITH slug , ? }";
        assertThat(Rewriting.POSTGRESQL.text(sql))
                .isEqualTo("SELECT 1 FROM e WHERE UPPER(e.headline::text) LIKE UPPER(?) AND id = ? AND slug::text"
                        + " LIKE ?");
        assertThat(Rewriting.POSTGRESQL.transform(sql, 1)).isEqualTo(ValueTransform.CONTAINS);
        assertThat(Rewriting.POSTGRESQL.transform(sql, 2)).isNull();
        assertThat(Rewriting.POSTGRESQL.transform(sql, 3)).isEqualTo(ValueTransform.ENDS_WITH);
        assertThat(Rewriting.POSTGRESQL.transform("SELECT {iexact a, ?}", 1)).isEqualTo(ValueTransform.TEXT);
        assertThat(Rewriting.SQLITE.transform("SELECT {iexact a, ?}", 1)).isEqualTo(ValueTransform.ESCAPED);
    }

    @Test
    void aLiteralIsEscapedAtOnce() {
        assertThat(Rewriting.SQLITE.text("SELECT {contains a, '50%'}"))
                .isEqualTo("SELECT a LIKE '%50\\%%' ESCAPE '\\'");
        assertThat(Rewriting.POSTGRESQL.text("SELECT {startswith a, '50%'}"))
                .isEqualTo("SELECT a::text LIKE E'50\\\\%%'");
        assertThat(Rewriting.MYSQL.text("SELECT {iexact a, 'it\\'s \\\\'}"))
                .isEqualTo("SELECT a LIKE 'it''s \\\\\\\\'");
        assertThat(Rewriting.MYSQL_PLAIN.text("SELECT {contains a, 'x_'}"))
                .isEqualTo("SELECT a LIKE BINARY '%x\\_%' ESCAPE '\\'");
        assertThat(Rewriting.POSTGRESQL.text("SELECT {iexact a, 100}"))
                .isEqualTo("SELECT UPPER(a::text) = UPPER('100')");
        assertThat(Rewriting.H2.text("SELECT {contains a, -1.5}")).isEqualTo("SELECT a LIKE '%-1.5%' ESCAPE '\\'");
    }

    @Test
    void anExpressionIsEscapedByTheDatabase() {
        String escaped = "REPLACE(REPLACE(REPLACE((b || c), '\\', '\\\\'), '%', '\\%'), '_', '\\_')";
        assertThat(Rewriting.SQLITE.text("SELECT {contains a, b || c}"))
                .isEqualTo("SELECT a LIKE '%' || " + escaped + " || '%' ESCAPE '\\'");
        assertThat(Rewriting.SQLITE.text("SELECT {iexact a, b || c}"))
                .isEqualTo("SELECT a LIKE " + escaped + " ESCAPE '\\'");
        assertThat(Rewriting.MARIADB.text("SELECT {iregex a, b}")).isEqualTo("SELECT a REGEXP (b)");
        assertThat(Rewriting.MYSQL.text("SELECT {regex a, ?}")).isEqualTo("SELECT REGEXP_LIKE(a, ?, 'c')");
        assertThat(Rewriting.ORACLE.text("SELECT 1 FROM t WHERE {regex a, :x}"))
                .isEqualTo("SELECT 1 FROM t WHERE REGEXP_LIKE(a, (:x), 'c')");
    }

    @Test
    void theLeftSideIsAnyExpression() {
        assertThat(Rewriting.POSTGRESQL.text("SELECT {contains a || b, ?}")).isEqualTo("SELECT (a || b)::text LIKE ?");
        assertThat(Rewriting.POSTGRESQL.text("SELECT {contains f(a, b), ?}")).isEqualTo("SELECT f(a, b)::text LIKE ?");
        assertThat(Rewriting.POSTGRESQL.text("SELECT {contains \"s\".\"t\".c, ?}"))
                .isEqualTo("SELECT \"s\".\"t\".c::text LIKE ?");
    }

    @Test
    void escapesNest() {
        assertThat(Rewriting.H2.text("SELECT {fn UCASE({fn CONCAT(a, 'x')})}, {contains {fn LCASE(a)}, {fn LCASE(?)}}"))
                .isEqualTo("SELECT {fn UCASE({fn CONCAT(a, 'x')})}, {fn LCASE(a)} LIKE '%' ||"
                        + " REPLACE(REPLACE(REPLACE(({fn LCASE(?)}), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'"
                        + " ESCAPE '\\'");
        assertThat(Rewriting.SQLITE.text("SELECT {fn IFNULL({contains a, ?}, {iexact b, ?})}"))
                .isEqualTo("SELECT {fn IFNULL(a LIKE ? ESCAPE '\\', b LIKE ? ESCAPE '\\')}");
        assertThat(Rewriting.SQLITE.text("{oj a LEFT JOIN b ON {iexact a.x, b.y}}"))
                .contains("a.x LIKE REPLACE(");
        assertThat(Rewriting.SQLITE.text("SELECT {contains CASE WHEN {iexact a, ?} THEN b END, ?}"))
                .isEqualTo("SELECT (CASE WHEN a LIKE ? ESCAPE '\\' THEN b END) LIKE ? ESCAPE '\\'");
    }

    @Test
    void operatorsBesideItTakeItWhole() {
        assertThat(Rewriting.SQLITE.text("SELECT 1 = {contains a, ?}")).isEqualTo("SELECT 1 = (a LIKE ? ESCAPE '\\')");
        assertThat(Rewriting.SQLITE.text("SELECT {contains a, ?} || 'x'"))
                .isEqualTo("SELECT (a LIKE ? ESCAPE '\\') || 'x'");
        assertThat(Rewriting.SQLITE.text("SELECT a LIKE {contains b, ?}"))
                .isEqualTo("SELECT a LIKE (b LIKE ? ESCAPE '\\') ESCAPE '\\'");
        assertThat(Rewriting.SQLITE.text("SELECT {contains {contains a, ?}, ?}"))
                .isEqualTo("SELECT (a LIKE ? ESCAPE '\\') LIKE ? ESCAPE '\\'");
        for (String sql : new String[] {
            "SELECT 1 WHERE y = {contains x, '_'}",
            "SELECT {contains x, '_'}::int",
            "SELECT {contains x, '_'} IS TRUE",
            "SELECT {contains x, '_'} NOT IN (y)",
            "SELECT {contains x, '_'} DIV 1",
            "SELECT 1 RLIKE {contains x, '_'}",
            "SELECT y MOD {contains x, '_'}",
            "SELECT {contains x, '_'} REGEXP 'a'"
        }) {
            assertThat(Rewriting.SQLITE.text(sql))
                    .isEqualTo(sql.replace("{contains x, '_'}", "(x LIKE '%\\_%' ESCAPE '\\')"));
        }
        assertThat(Rewriting.SQLITE.text("SELECT 1 WHERE NOT {contains a, ?} AND b"))
                .isEqualTo("SELECT 1 WHERE NOT a LIKE ? ESCAPE '\\' AND b");
    }

    @Test
    void wordsBesideItStayWords() {
        assertThat(Rewriting.MARIADB.text("SELECT 1 WHERE NOT{regex a, b}OR c"))
                .isEqualTo("SELECT 1 WHERE NOT a REGEXP BINARY (b) OR c");
        assertThat(Rewriting.SQLITE.text("SELECT 1 WHERE({contains a, ?})"))
                .isEqualTo("SELECT 1 WHERE(a LIKE ? ESCAPE '\\')");
    }

    @Test
    void commentsStay() {
        assertThat(Rewriting.SQLITE.text("SELECT {contains /* a, b */ c -- d, e\n , -- f\n ?/* } */}"))
                .isEqualTo("SELECT /* a, b */ c -- d, e\n  LIKE -- f\n ?/* } */ ESCAPE '\\'");
    }

    @Test
    void definitionsMayHaveThem() {
        assertThat(Rewriting.SQLITE.text("CREATE VIEW v AS SELECT {contains a, 'x'} FROM t"))
                .isEqualTo("CREATE VIEW v AS SELECT a LIKE '%x%' ESCAPE '\\' FROM t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT {fn UCASE(a)}, {d '2005-01-01'}, {ts '2005-01-01 00:00:00'}",
                "SELECT '{contains a, b}', \"{contains a, b}\" /* {contains */ -- {contains",
                "{call p(?)}",
                "SELECT 1 {limit 5}",
                "SELECT {contains a, 'x",
                "SELECT '{\"a\": 1}' :: jsonb",
            })
    void otherTextIsLeftAlone(String sql) {
        assertThat(Rewriting.H2.text(sql)).isSameAs(sql);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '#',
            value = {
                "SELECT {icontains name}; icontains; 1; 23; a comma and the right side",
                "SELECT {icontains}; icontains; 1; 18; the left side",
                "SELECT {contains , ?}; contains; 1; 18; the left side before the comma",
                "SELECT {contains a, }; contains; 1; 21; the right side after the comma",
                "SELECT {contains a, b, c}; contains; 1; 22; } after the right side",
                "SELECT {iexact a, ?; iexact; 1; 20; }",
                "SELECT {iexact f(a, ?; iexact; 1; 22; )",
                "SELECT {iexact a), ?}; iexact; 1; 17; a comma",
            })
    void mistakesAreExplained(String sql, String lookup, int line, int column, String expected) {
        String twoLines = "-- a comment\n" + sql;
        assertThatExceptionOfType(LookupSyntaxException.class)
                .isThrownBy(() -> Rewriting.POSTGRESQL.rewriter.rewrite(twoLines))
                .satisfies(error -> {
                    assertThat(error.getSQLState()).isEqualTo("42601");
                    assertThat(error.lookup()).isEqualTo(lookup);
                    assertThat(error.line()).isEqualTo(line + 1);
                    assertThat(error.column()).isEqualTo(column);
                    assertThat(error.expected()).isEqualTo(expected);
                    assertThat(error.getMessage()).contains(lookup, "line 2", "column " + column, expected);
                });
    }
}
