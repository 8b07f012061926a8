package io.djdbc.driver.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.dialect.MySqlDialect;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What is known of a statement without a look at its text. */
class SessionSqlTest {
    private final SessionSql session =
            SqlRewriters.forDialect(new MySqlDialect(), new SqlRewriters.Wanted(true, true, null, false));

    @Test
    void aTextThatStaysIsKnownByItsObject() throws SQLException {
        String text = "SELECT id FROM entry";
        assertThat(session.known(text)).isNull();
        assertThat(session.prepared(text)).isSameAs(RewrittenSql.UNCHANGED);
        assertThat(session.known(text)).isSameAs(RewrittenSql.UNCHANGED);
        assertThat(session.known("SELECT id FROM ".concat("entry"))).isNull();
    }

    @Test
    void anotherTextOfTheSameLengthTakesItsPlace() throws SQLException {
        String plain = "SELECT id FROM entry WHERE blog_id = 1";
        String lookup = "SELECT id FROM e WHERE {iexact n, 'a'}";
        assertThat(lookup).hasSameSizeAs(plain);
        session.prepared(plain);
        RewrittenSql rewritten = session.prepared(lookup);
        assertThat(rewritten.text(lookup)).isNotEqualTo(lookup).doesNotContain("{");
        assertThat(session.known(lookup)).isSameAs(rewritten);
        assertThat(session.known(plain)).isSameAs(RewrittenSql.UNCHANGED);
    }

    @Test
    void aTextThatChangesTheSyntaxIsLookedAtEachTime() throws SQLException {
        String plain = "SET sql_mode = 'ANSI_QUOTES'";
        String lookup = "SET sql_mode = '', @n = (SELECT {iexact 'a', 'A'})";
        for (String text : new String[] {plain, lookup}) {
            session.prepared(text);
            assertThat(session.isChangedBy(text)).isTrue();
            assertThat(session.known(text)).isNull();
        }
        assertThat(session.prepared(plain).text(plain)).isSameAs(plain);
    }
}
