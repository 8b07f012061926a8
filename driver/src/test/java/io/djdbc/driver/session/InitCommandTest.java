package io.djdbc.driver.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.djdbc.dialect.Dialect;
import io.djdbc.driver.settings.Dialects;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where one statement of INIT_COMMAND ends and the next begins, as the database reads it. */
class InitCommandTest {

    /** Statements are parted by {@code |} in what is expected. */
    @ParameterizedTest(name = "[{index}] {0}: {1}")
    @CsvSource(delimiter = '^', quoteCharacter = '~', textBlock = """
            postgresql ^ SET a = 1                                   ^ SET a = 1
            postgresql ^ SET a = 1; SET b = 2;                       ^ SET a = 1|SET b = 2
            postgresql ^ ;; SET a = 1 ;;                             ^ SET a = 1
            postgresql ^ SET a = 'x;y'; SET b = "p;q"                ^ SET a = 'x;y'|SET b = "p;q"
            postgresql ^ SET a = 'it''s;'; SET b = 2                 ^ SET a = 'it''s;'|SET b = 2
            postgresql ^ SET a = 1 /* one; two */; SET b = 2         ^ SET a = 1 /* one; two */|SET b = 2
            postgresql ^ SET a = 1 /* x /* y; */ ; */; SET b = 2     ^ SET a = 1 /* x /* y; */ ; */|SET b = 2
            postgresql ^ SET a = 1; /* nothing; here */              ^ SET a = 1
            postgresql ^ DO $$ BEGIN PERFORM 1; END $$; SET b = 2    ^ DO $$ BEGIN PERFORM 1; END $$|SET b = 2
            postgresql ^ DO $x$ BEGIN PERFORM ';'; END $x$           ^ DO $x$ BEGIN PERFORM ';'; END $x$
            postgresql ^ SET a = E'\\';'; SET b = 2                   ^ SET a = E'\\';'|SET b = 2
            postgresql ^ BEGIN; SET LOCAL a = 1; COMMIT              ^ BEGIN|SET LOCAL a = 1|COMMIT
            postgresql ^ BEGIN NOT DEFERRABLE; SET a = 1             ^ BEGIN NOT DEFERRABLE|SET a = 1
            postgresql ^ DECLARE c CURSOR WITH HOLD FOR SELECT 1; SET a = 1 ^ DECLARE c CURSOR WITH HOLD FOR SELECT 1|SET a = 1
            mysql      ^ SET @a = 'it\\'s;'; SET @b = "p;q"           ^ SET @a = 'it\\'s;'|SET @b = "p;q"
            mysql      ^ SET @a = 1; # no; more                      ^ SET @a = 1
            mariadb    ^ BEGIN NOT ATOMIC SET @a = 1; SET @b = 2; END ^ BEGIN NOT ATOMIC SET @a = 1; SET @b = 2; END
            mysql      ^ CREATE PROCEDURE p() BEGIN SELECT 1; END    ^ CREATE PROCEDURE p() BEGIN SELECT 1; END
            sqlite     ^ PRAGMA foreign_keys = ON; PRAGMA cache_size = 9 ^ PRAGMA foreign_keys = ON|PRAGMA cache_size = 9
            sqlite     ^ BEGIN IMMEDIATE; COMMIT                     ^ BEGIN IMMEDIATE|COMMIT
            sqlite     ^ CREATE TEMP TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM b; END ^ CREATE TEMP TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM b; END
            oracle     ^ ALTER SESSION SET a = 1; ALTER SESSION SET b = 2 ^ ALTER SESSION SET a = 1|ALTER SESSION SET b = 2
            oracle     ^ BEGIN dbms_session.set_role('a'); END;      ^ BEGIN dbms_session.set_role('a'); END;
            oracle     ^ DECLARE n NUMBER; BEGIN n := 1; END;        ^ DECLARE n NUMBER; BEGIN n := 1; END;
            oracle     ^ SET a = q'[x;']'; SET b = 2                 ^ SET a = q'[x;']'|SET b = 2
            """)
    void statementsEndWhereTheDatabaseSaysSo(String dialect, String command, String expected) {
        Dialect of = Objects.requireNonNull(Dialects.byName(dialect));
        assertEquals(List.of(expected.split("\\|")), InitCommand.statements(command, of.syntax()));
    }
}
