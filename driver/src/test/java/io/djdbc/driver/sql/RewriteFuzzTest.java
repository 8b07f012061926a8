package io.djdbc.driver.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.djdbc.dialect.NameLimit;
import io.djdbc.dialect.OracleDialect;
import io.djdbc.driver.LookupSyntaxException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * Coverage-guided fuzzing, from a corpus of real SQL in each dialect ({@code RewriteFuzzTestInputs}). A build runs the
 * corpus only, on every dialect; CONTRIBUTING.md says how to fuzz, one dialect ({@code -Ddjdbc.fuzz=oracle}) or all.
 */
class RewriteFuzzTest {
    private static final String ONLY = System.getProperty("djdbc.fuzz", "").toLowerCase(Locale.ROOT);

    /** Oracle with all that it needs: short names, '' and NULL, LIKE and lookups. */
    private static final SessionSql ORACLE = SqlRewriters.forDialect(
            new OracleDialect(), new SqlRewriters.Wanted(true, true, new NameLimit(30, true, false), true));

    @FuzzTest(maxDuration = "5m")
    void anyText(byte[] bytes) throws SQLException {
        String sql = new String(bytes, StandardCharsets.UTF_8);
        for (Rewriting session : Rewriting.ALL) {
            if (ONLY.isEmpty() || session.dialect.name().equals(ONLY)) {
                check(session, sql);
            }
        }
        if (ONLY.isEmpty() || ONLY.equals("oracle")) {
            checkOracle(sql);
        }
    }

    private static void check(Rewriting session, String sql) throws SQLException {
        String once;
        try {
            once = session.rewriter.rewrite(sql).text(sql);
        } catch (LookupSyntaxException refused) { // the only one there is
            return;
        }
        if (once.equals(sql)) {
            assertThat(once).as("%s", session).isSameAs(sql);
            return;
        }
        assertThat(session.rewriter.rewrite(once).text(once)).as("%s", session).isEqualTo(once);
        Lexer lexer = new Lexer(session.syntax);
        assertThat(quotedNames(lexer.lex(once))).as("%s", session).isEqualTo(quotedNames(lexer.lex(sql)));
    }

    private static void checkOracle(String sql) throws SQLException {
        RewrittenSql rewritten;
        try {
            rewritten = ORACLE.prepared(sql);
        } catch (LookupSyntaxException refused) {
            return;
        }
        String once = rewritten.text(sql);
        if (once.equals(sql)) {
            assertThat(once).isSameAs(sql);
        } else {
            assertThat(ORACLE.prepared(once).text(once)).isEqualTo(once);
        }
        TextVariants variants = rewritten.variants();
        if (variants != null) {
            BitSet empty = new BitSet();
            for (int number = 1; number <= variants.parameterCount(); number++) {
                empty.set(number, variants.concerns(number));
            }
            assertThat(variants.of(empty).text()).isNotNull();
        }
    }

    private static List<String> quotedNames(Tokens tokens) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.kind(i) == TokenKind.QUOTED_NAME) {
                names.add(tokens.text(i));
            }
        }
        return names;
    }
}
