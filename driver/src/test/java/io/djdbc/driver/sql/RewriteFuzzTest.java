package io.djdbc.driver.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.djdbc.driver.LookupSyntaxException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/**
 * Coverage-guided fuzzing, from a corpus of real SQL in each dialect ({@code RewriteFuzzTestInputs}). A build runs the
 * corpus only; CONTRIBUTING.md says how to fuzz.
 */
class RewriteFuzzTest {

    @FuzzTest(maxDuration = "5m")
    void anyText(byte[] bytes) {
        String sql = new String(bytes, StandardCharsets.UTF_8);
        for (Rewriting session : Rewriting.ALL) {
            String once = rewritten(session, sql);
            if (once != null) {
                assertThat(rewritten(session, once)).as("%s", session).isEqualTo(once);
            }
        }
    }

    /** Null if refused, for which there is one exception only. */
    private static String rewritten(Rewriting session, String sql) {
        try {
            return session.rewriter.rewrite(sql).text(sql);
        } catch (LookupSyntaxException refused) {
            return null;
        } catch (SQLException other) {
            throw new AssertionError(other);
        }
    }
}
