package io.djdbc.driver.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.dialect.NameLimit;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the long names become is Django's; {@code B631} and {@code EAAA} are the digits of its documentation. */
@DisplayName("a long name in a statement for Oracle")
class NameRewriteTest {
    private static final String LONG = "some_extremely_long_table_name_for_oracle";
    private static final String CUT = "SOME_EXTREMELY_LONG_TABLE_B631";

    private final OracleSql oracle = OracleSql.django();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM LONG",
                "SELECT LONG.a, x.LONG, LONG FROM LONG x, LONG",
                "SELECT a AS LONG FROM t LONG ORDER BY LONG",
                "SELECT * FROM t JOIN LONG ON t.LONG = LONG.id",
                "SELECT a FROM my_schema.LONG WHERE my_schema.LONG.a = 1",
                "SELECT a FROM LONG@my_link, t@LONG.example.com",
                "SELECT LONG.NEXTVAL, s.LONG.CURRVAL FROM dual",
                "SELECT EXTRACT(YEAR FROM LONG.a), UPPER(LONG) FROM t",
                "SELECT a FROM t, LONG WHERE t.a = LONG(+)",
                "INSERT INTO LONG (LONG, b) VALUES (?, :LONG2)",
                "UPDATE LONG SET LONG = 1 WHERE LONG = 2",
                "DELETE FROM LONG",
                "MERGE INTO LONG USING LONG ON (LONG.a = LONG.b) WHEN MATCHED THEN UPDATE SET LONG = 1",
                "WITH LONG (a) AS (SELECT 1 FROM dual) SELECT a FROM LONG",
                "CREATE TABLE LONG (LONG NUMBER(9), CONSTRAINT LONG PRIMARY KEY (LONG))",
                "CREATE UNIQUE INDEX LONG ON my_schema.LONG (LONG, b)",
                "CREATE SEQUENCE LONG START WITH 1",
                "CREATE OR REPLACE VIEW LONG AS SELECT LONG FROM LONG",
                "CREATE SYNONYM LONG FOR my_schema.LONG",
                "CREATE DATABASE LINK LONG USING 'x'",
                "ALTER TABLE LONG ADD CONSTRAINT LONG FOREIGN KEY (LONG) REFERENCES LONG (LONG)",
                "ALTER TABLE LONG RENAME COLUMN LONG TO LONG",
                "DROP TABLE LONG CASCADE CONSTRAINTS",
                "TRUNCATE TABLE LONG",
                "COMMENT ON COLUMN my_schema.LONG.LONG IS 'x'",
                "GRANT SELECT ON my_schema.LONG TO somebody",
                "DELETE my_schema.LONG WHERE LONG = 1",
                "SELECT 1 FROM a JOIN b ON a.x = b.x, my_schema.LONG WHERE my_schema.LONG.a = 1",
                "CREATE TABLE LONG (a NUMBER, LONG VARCHAR2(9), CONSTRAINT LONG UNIQUE (a, LONG))",
                "CREATE TABLE t AS SELECT a, b LONG FROM c, d LONG",
                "SELECT CAST(LONG AS NUMBER) AS LONG FROM t FOR UPDATE OF LONG",
                "{icontains LONG, ?}",
                "SELECT a FROM {oj LONG LEFT OUTER JOIN t ON LONG.a = t.a}",
            })
    @DisplayName("is cut wherever it stands")
    void cuts(String template) throws SQLException {
        String sql = template.startsWith("{") ? "SELECT a FROM t WHERE " + template : template;
        if (!template.startsWith("{")) {
            assertThat(oracle.text(sql.replace("LONG", LONG)))
                    .isEqualTo(sql.replaceAll("(?<!:)LONG", CUT).replace(":LONG", ":" + LONG));
            assertThat(oracle.text(sql.replace("LONG", LONG.toUpperCase())))
                    .isEqualTo(sql.replaceAll("(?<!:)LONG", CUT).replace(":LONG", ":" + LONG.toUpperCase()));
            assertThat(oracle.text(sql.replaceAll("(?<!:)LONG", '"' + LONG + '"')))
                    .isEqualTo(sql.replaceAll("(?<!:)LONG", '"' + CUT + '"'));
        }
        String once = oracle.text(sql.replace("LONG", LONG));
        assertThat(once).contains(CUT);
        assertThat(oracle.text(once)).as("rewritten again").isSameAs(once);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 'LONG', q'[LONG]', N'LONG' FROM t",
                "SELECT /*+ INDEX(LONG) */ a FROM t -- LONG",
                "SELECT a FROM t WHERE b = :LONG",
                "SELECT a FROM LONG.t, LONG.s",
                "SELECT LONG(a), pack.LONG(b), LONG.f(c) FROM t",
                "{call LONG(?)}",
                "{? = call LONG.LONG(?)}",
                "CALL LONG(?)",
                "BEGIN LONG(1); END;",
                "DECLARE LONG NUMBER; BEGIN NULL; END;",
                "CREATE OR REPLACE TRIGGER LONG BEFORE INSERT ON LONG FOR EACH ROW BEGIN NULL; END;",
                "CREATE FUNCTION LONG RETURN NUMBER IS BEGIN RETURN 1; END;",
                "ALTER SESSION SET LONG = 1",
                "CREATE USER LONG IDENTIFIED BY LONG",
                "GRANT CONNECT TO LONG",
                "GRANT SELECT ON t TO a, LONG WITH GRANT OPTION",
                "REVOKE SELECT ON t FROM a, LONG",
                "CREATE DATABASE LINK l CONNECT TO LONG IDENTIFIED BY \"LONG\" USING 'x'",
                "CREATE DATABASE LINK l CONNECT TO u IDENTIFIED BY p AUTHENTICATED BY LONG IDENTIFIED BY \"LONG\"",
                "DELETE LONG.t",
                "SELECT 1 FROM a JOIN b ON a.x = b.x, LONG.t",
                "CREATE TYPE LONG AS OBJECT (a NUMBER)",
                "CREATE TABLE t (a LONG, b NUMBER, c LONG)",
                "ALTER TABLE t ADD a LONG",
                "CREATE TABLE t OF LONG",
                "SELECT CAST(a AS LONG), TREAT(b AS LONG), LONG(1) FROM t",
                "SAVEPOINT LONG",
            })
    @DisplayName("is left alone in literals, comments and parameters, as a schema, and in what belongs to programs")
    void leavesAlone(String template) throws SQLException {
        String sql = template.replace("LONG", LONG);
        assertThat(oracle.text(sql)).isSameAs(sql);
    }

    @ParameterizedTest
    @CsvSource({
        "some_extremely_long_table_name_for_oracle, SOME_EXTREMELY_LONG_TABLE_B631",
        "Some_Extremely_Long_Table_Name_For_Oracle, SOME_EXTREMELY_LONG_TABLE_B631",
        "\"SOME_EXTREMELY_LONG_TABLE_NAME_FOR_ORACLE\", \"SOME_EXTREMELY_LONG_TABLE_EAAA\"",
    })
    @DisplayName("hashes as it is written in quotes, else in lower case")
    void hashes(String name, String expected) throws SQLException {
        assertThat(oracle.text("SELECT a FROM " + name)).isEqualTo("SELECT a FROM " + expected);
    }

    @Test
    @DisplayName("hashes in upper case as before Django 4.0")
    void oldHash() throws SQLException {
        OracleSql old = new OracleSql(new NameLimit(30, true, true), true);
        String expected = "SELECT a FROM SOME_EXTREMELY_LONG_TABLE_EAAA";
        assertThat(old.text("SELECT a FROM " + LONG)).isEqualTo(expected);
        assertThat(old.text("SELECT a FROM \"" + LONG + '"')).isEqualTo(expected.replaceAll("(SOME.*)", "\"$1\""));
    }

    @Test
    @DisplayName("is long by its characters, not by UTF-16's units")
    void countsCharacters() throws SQLException {
        String thirty = "\uD83D\uDE00".repeat(30);
        String fits = "SELECT \"" + thirty + "\" FROM t";
        assertThat(oracle.text(fits)).isSameAs(fits);
        assertThat(oracle.text("SELECT \"" + thirty + "x\" FROM t"))
                .matches("SELECT \"(\uD83D\uDE00){26}[0-9A-F]{4}\" FROM t");
    }

    @Test
    @DisplayName("has the length that the settings say, and no case but its own elsewhere")
    void otherLengths() throws SQLException {
        OracleSql wide = new OracleSql(new NameLimit(63, false, false), false);
        String sql = "SELECT a FROM " + LONG;
        assertThat(wide.text(sql)).isSameAs(sql);
        assertThat(wide.text("SELECT a FROM \"" + "Ab".repeat(32) + "\""))
                .matches("SELECT a FROM \"(Ab){29}A[0-9a-f]{4}\"");
    }
}
