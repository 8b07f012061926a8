package io.djdbc.driver.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.dialect.OracleDialect;
import io.djdbc.dialect.PostgreSqlDialect;
import org.junit.jupiter.api.Test;

/** What of a statement may be seen from outside. */
class ShownSqlTest {
    private static final Lexer POSTGRESQL = new Lexer(new PostgreSqlDialect().syntax());
    private static final Lexer ORACLE = new Lexer(new OracleDialect().syntax());

    @Test
    void literalsNumbersAndCommentsAreLeftOut() {
        assertThat(ShownSql.of(
                        POSTGRESQL,
                        "SELECT a, 'secret', E'\\'x', $$y$$, 42 -- secret\nFROM \"t\" /* z */ WHERE b LIKE ?"))
                .isEqualTo("SELECT a, '…', '…', '…', … FROM \"t\" WHERE b LIKE ?");
    }

    @Test
    void anUnfinishedLiteralIsLeftOut() {
        assertThat(ShownSql.of(POSTGRESQL, "SELECT 'secret")).isEqualTo("SELECT …");
    }

    @Test
    void ofOtherStatementsOnlyTheFirstWordIsShown() {
        assertThat(ShownSql.of(ORACLE, "GRANT CREATE SESSION TO u IDENTIFIED BY secret"))
                .isEqualTo("GRANT …");
        assertThat(ShownSql.of(ORACLE, "SET ROLE r IDENTIFIED BY secret")).isEqualTo("SET …");
        assertThat(ShownSql.of(POSTGRESQL, "SELECT 1; ALTER USER u PASSWORD secret; SELECT a"))
                .isEqualTo("SELECT …; ALTER … SELECT a");
        assertThat(ShownSql.of(ORACLE, "BEGIN secret(1); END;"))
                .startsWith("BEGIN …")
                .doesNotContain("secret");
    }

    @Test
    void longTextsAreCut() {
        assertThat(ShownSql.of(POSTGRESQL, "SELECT " + "a, ".repeat(10_000) + "b"))
                .hasSizeBetween(2_000, 2_010)
                .startsWith("SELECT a, a, ")
                .endsWith("…");
    }
}
