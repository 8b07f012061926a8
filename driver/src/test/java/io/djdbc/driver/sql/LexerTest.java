package io.djdbc.driver.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.dialect.Dialect;
import io.djdbc.dialect.H2Dialect;
import io.djdbc.dialect.MySqlDialect;
import io.djdbc.dialect.OracleDialect;
import io.djdbc.dialect.PostgreSqlDialect;
import io.djdbc.dialect.SqlSyntax;
import io.djdbc.dialect.SqliteDialect;
import io.djdbc.dialect.SyntaxFeature;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LexerTest {
    private static final Dialect POSTGRESQL = new PostgreSqlDialect();
    private static final Dialect MYSQL = new MySqlDialect();
    private static final Dialect ORACLE = new OracleDialect();
    private static final Dialect SQLITE = new SqliteDialect();
    private static final Dialect H2 = new H2Dialect();

    @Test
    void standardSqlIsSplitWithoutSpaceAndComments() {
        assertThat(lex(POSTGRESQL, "SELECT a.\"b c\",'it''s' /* ? */ FROM t -- 'x\nWHERE x<>?;"))
                .containsExactly(
                        "WORD SELECT",
                        "WORD a",
                        "DOT .",
                        "QUOTED_NAME \"b c\"",
                        "COMMA ,",
                        "STRING 'it''s'",
                        "WORD FROM",
                        "WORD t",
                        "WORD WHERE",
                        "WORD x",
                        "OPERATOR <>",
                        "PARAMETER ?",
                        "SEMICOLON ;");
    }

    @Test
    void h2HasCommentsWithSlashes() {
        assertThat(lex(H2, "a // it's ?\n b / /* // */ c")).containsExactly("WORD a", "WORD b", "OPERATOR /", "WORD c");
        assertThat(lex(SQLITE, "a // b")).contains("OPERATOR /");
    }

    @Test
    void aCommentOfSqliteMayEndWithTheText() {
        assertThat(lex(SQLITE, "a ? /* it's ?")).containsExactly("WORD a", "PARAMETER ?");
        assertThat(lex(SQLITE, "a /*")).containsExactly("WORD a", "UNTERMINATED /*");
        assertThat(lex(H2, "a /* b")).containsExactly("WORD a", "UNTERMINATED /* b");
        assertThat(Rewriting.SQLITE.text("SELECT a LIKE ? /* end")).isEqualTo("SELECT a LIKE ? ESCAPE '\\' /* end");
    }

    @Test
    void numbersEndWhereTheDatabaseEndsThem() {
        assertThat(lex(ORACLE, "1.5e-3+0x1E+1 1..2 7a"))
                .containsExactly(
                        "NUMBER 1.5e-3",
                        "OPERATOR +",
                        "NUMBER 0x1E",
                        "OPERATOR +",
                        "NUMBER 1",
                        "NUMBER 1",
                        "OPERATOR ..",
                        "NUMBER 2",
                        "NUMBER 7a");
    }

    @Test
    void postgreSqlHasItsStringsCommentsAndOperators() {
        assertThat(lex(
                        POSTGRESQL,
                        "E'\\'' U&'d\\0061' U&\"x\" $$ ' $$ $a$ $$ ' $a$ a$b$c /* /* */ ' */ $1 ?? ?| x::text"))
                .containsExactly(
                        "STRING E'\\''",
                        "STRING U&'d\\0061'",
                        "QUOTED_NAME U&\"x\"",
                        "STRING $$ ' $$",
                        "STRING $a$ $$ ' $a$",
                        "WORD a$b$c",
                        "NAMED_PARAMETER $1",
                        "OPERATOR ??",
                        "PARAMETER ?",
                        "OPERATOR |",
                        "WORD x",
                        "OPERATOR ::",
                        "WORD text");
        assertThat(lex(POSTGRESQL, "'\\' || a[1:2] -> 'x' ->> 'y'"))
                .startsWith("STRING '\\'", "OPERATOR ||", "WORD a", "OPERATOR [", "NUMBER 1", "OPERATOR :", "NUMBER 2");
    }

    @Test
    void mySqlHasItsStringsNamesAndComments() {
        assertThat(lex(MYSQL, "'it\\'s' \"it\\\"s\" `a``b` # '\n-- '\n5--3 /*!50720 LIKE */ /* ' */ @x @@y _utf8'z'"))
                .containsExactly(
                        "STRING 'it\\'s'",
                        "STRING \"it\\\"s\"",
                        "QUOTED_NAME `a``b`",
                        "NUMBER 5",
                        "OPERATOR -",
                        "OPERATOR -",
                        "NUMBER 3",
                        "CODE_COMMENT_START /*!50720",
                        "WORD LIKE",
                        "CODE_COMMENT_END */",
                        "NAMED_PARAMETER @x",
                        "NAMED_PARAMETER @@y",
                        "WORD _utf8",
                        "STRING 'z'");
        SqlSyntax ansi = MYSQL.syntax()
                .with(SyntaxFeature.BACKSLASH_ESCAPES, false)
                .with(SyntaxFeature.DOUBLE_QUOTED_STRINGS, false);
        assertThat(lex(ansi, "'\\' \"\\\"")).containsExactly("STRING '\\'", "QUOTED_NAME \"\\\"");
    }

    @Test
    void oracleHasItsQuotesHintsAndParameters() {
        assertThat(lex(ORACLE, "q'[it's]' nQ'!it's!' N'x' /*+ HINT('*/ t#1 :name :1 :=x {escape '\\'}"))
                .containsExactly(
                        "STRING q'[it's]'",
                        "STRING nQ'!it's!'",
                        "STRING N'x'",
                        "WORD t#1",
                        "NAMED_PARAMETER :name",
                        "NAMED_PARAMETER :1",
                        "OPERATOR :=",
                        "WORD x",
                        "LEFT_BRACE {",
                        "WORD escape",
                        "STRING '\\'",
                        "RIGHT_BRACE }");
    }

    @Test
    void sqliteHasItsFourQuotingsAndParameters() {
        assertThat(lex(SQLITE, "'a' \"b\" `c` [d ' e] X'00' ?1 :a @b $c ?"))
                .containsExactly(
                        "STRING 'a'",
                        "QUOTED_NAME \"b\"",
                        "QUOTED_NAME `c`",
                        "QUOTED_NAME [d ' e]",
                        "BINARY X'00'",
                        "NAMED_PARAMETER ?1",
                        "NAMED_PARAMETER :a",
                        "NAMED_PARAMETER @b",
                        "NAMED_PARAMETER $c",
                        "PARAMETER ?");
    }

    @Test
    void whatDoesNotEndIsOneTokenToTheEnd() {
        for (String open : List.of("'x", "\"x", "/* x", "$$ x", "E'x\\'", "$a$ x $$")) {
            Tokens tokens = new Lexer(POSTGRESQL.syntax()).lex("SELECT 1, " + open);
            assertThat(tokens.isComplete()).as(open).isFalse();
            assertThat(tokens.text(tokens.size() - 1)).isEqualTo(open);
        }
        for (String open : List.of("q'[x]", "q'")) {
            assertThat(new Lexer(ORACLE.syntax()).lex(open).isComplete())
                    .as(open)
                    .isFalse();
        }
        assertThat(new Lexer(MYSQL.syntax()).lex("'x\\").isComplete()).isFalse();
        assertThat(new Lexer(H2.syntax()).lex("'x'").isComplete()).isTrue();
    }

    @Test
    void parametersAreCountedAsJdbcDoes() {
        Tokens tokens = new Lexer(POSTGRESQL.syntax()).lex("? '?' ?? /* ? */ \"?\" ?");
        assertThat(tokens.parameterCount()).isEqualTo(2);
        assertThat(tokens.parameterToken(2)).isEqualTo(tokens.size() - 1);
        assertThat(tokens.parameterNumber(tokens.size() - 1)).isEqualTo(2);
        assertThat(tokens.parameterNumber(1)).isEqualTo(-1);
    }

    private static List<String> lex(Dialect dialect, String sql) {
        return lex(dialect.syntax(), sql);
    }

    private static List<String> lex(SqlSyntax syntax, String sql) {
        Tokens tokens = new Lexer(syntax).lex(sql);
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            shown.add(kind(tokens.kind(i)) + " " + tokens.text(i));
        }
        return shown;
    }

    private static String kind(byte kind) {
        for (var field : TokenKind.class.getFields()) {
            try {
                if (field.getByte(null) == kind) {
                    return field.getName();
                }
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        }
        throw new AssertionError("no kind " + kind);
    }
}
