package io.djdbc.driver.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.driver.LookupSyntaxException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every text, on every dialect. */
class RewritePropertyTest {
    /** Pieces that concern no rewrite, whatever they stand beside; each ends within itself on every dialect. */
    private static final String[] HARMLESS = {
        "SELECT",
        "a.b",
        "FROM",
        "WHERE",
        "=",
        "<>",
        "||",
        "(",
        ")",
        ",",
        "1",
        "2.5e-3",
        "?",
        "''",
        "'it''s'",
        "'x LIKE y'",
        "'{contains a, ?}'",
        "\"x LIKE y\"",
        "/* a LIKE 'b' */",
        "-- {contains \n",
        "::",
        "+",
        "*",
        "UPDATE",
        "CASE",
        "END",
        "\n",
        "N'x'",
        "X'00'",
        "日本語",
        "'%_'",
        "AND",
        "NOT"
    };

    /** Pieces that may: in any order, mostly no SQL at all. */
    private static final String[] PIECES = {
        "SELECT",
        "CREATE",
        "BEGIN",
        "FROM",
        "WHERE",
        "a",
        "\"b\"",
        "`c`",
        "[d]",
        "LIKE",
        "NOT LIKE",
        "ILIKE",
        "ESCAPE",
        "'\\'",
        "'50\\%'",
        "'c:\\d'",
        "'it''s'",
        "\"x\\\"",
        "?",
        "?1",
        ":n",
        "@v",
        "$1",
        "$$",
        "$t$",
        "E'\\''",
        "q'[",
        "]'",
        "U&'",
        "{contains",
        "{iexact",
        "{fn",
        "{escape",
        "}",
        ",",
        "(",
        ")",
        "||",
        "CONCAT",
        "UPPER",
        "ANY",
        "ALL",
        "CASE",
        "WHEN",
        "END",
        "--",
        "\n",
        "/*",
        "*/",
        "/*!50000",
        "#",
        ";",
        "::",
        "text",
        "COLLATE",
        "ARRAY",
        "[",
        "]",
        "-",
        "1",
        "BINARY",
        "FUNCTION",
        "TRIGGER",
        "\\",
        "'",
        "\"",
        "`",
        "🎉"
    };

    @Provide
    Arbitrary<String> harmless() {
        return joined(HARMLESS);
    }

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.oneOf(joined(PIECES), Arbitraries.strings().ofMaxLength(60));
    }

    private static Arbitrary<String> joined(String[] pieces) {
        return Arbitraries.of(pieces).list().ofMaxSize(25).map(list -> String.join(" ", list));
    }

    /** The rewritten text; null if it was refused. */
    private static String rewritten(Rewriting session, String sql) {
        try {
            return session.rewriter.rewrite(sql).text(sql);
        } catch (LookupSyntaxException refused) {
            assertThat(refused.getSQLState()).isEqualTo("42601");
            return null;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Property(tries = 3_000)
    void textThatConcernsNoRewriteStaysTheSameObject(@ForAll("harmless") String sql) {
        for (Rewriting session : Rewriting.ALL) {
            assertThat(rewritten(session, sql)).as("%s", session).isSameAs(sql);
        }
    }

    @Property(tries = 5_000)
    void tokensCoverTheTextInOrder(@ForAll("anything") String sql) {
        for (Rewriting session : Rewriting.ALL) {
            Tokens tokens = new Lexer(session.syntax).lex(sql);
            int end = 0;
            for (int i = 0; i < tokens.size(); i++) {
                assertThat(tokens.start(i)).isGreaterThanOrEqualTo(end);
                assertThat(tokens.end(i)).isGreaterThan(tokens.start(i)).isLessThanOrEqualTo(sql.length());
                end = tokens.end(i);
            }
        }
    }

    @Property(tries = 10_000)
    void rewritingTwiceIsRewritingOnce(@ForAll("anything") String sql) {
        for (Rewriting session : Rewriting.ALL) {
            String once = rewritten(session, sql);
            if (once != null) {
                assertThat(rewritten(session, once)).as("%s: %s", session, sql).isEqualTo(once);
            }
        }
    }

    /** Literals and names come out as they went in, but for the literals that are patterns or values of lookups. */
    @Property(tries = 5_000)
    void quotedTextIsNeverChanged(@ForAll("anything") String sql) {
        for (Rewriting session : Rewriting.ALL) {
            if (sql.contains("{") || sql.contains("\\")) {
                continue; // these are what may change literals
            }
            String once = rewritten(session, sql);
            assertThat(once.replace(" ESCAPE '\\'", "")).as("%s", session).isEqualTo(sql);
            List<String> quoted = quoted(session, sql);
            List<String> after = quoted(session, once);
            after.removeIf("'\\'"::equals);
            assertThat(after).as("%s", session).isEqualTo(quoted);
        }
    }

    private static List<String> quoted(Rewriting session, String sql) {
        Tokens tokens = new Lexer(session.syntax).lex(sql);
        List<String> quoted = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            byte kind = tokens.kind(i);
            if (kind == TokenKind.STRING || kind == TokenKind.QUOTED_NAME || kind == TokenKind.UNTERMINATED) {
                quoted.add(tokens.text(i));
            }
        }
        return quoted;
    }

    @Property(tries = 3_000)
    void literalsMeanWhatTheyAreMadeFor(@ForAll String value) {
        for (Rewriting session : Rewriting.ALL) {
            TextLiterals literals = new TextLiterals(session.syntax);
            String literal = literals.literal(value);
            Tokens tokens = new Lexer(session.syntax).lex(literal + " x");
            assertThat(tokens.size()).as("%s %s", session, literal).isEqualTo(2);
            assertThat(tokens.kind(0)).isEqualTo(TokenKind.STRING);
            assertThat(literals.value(tokens, 0)).isEqualTo(value);
        }
    }
}
