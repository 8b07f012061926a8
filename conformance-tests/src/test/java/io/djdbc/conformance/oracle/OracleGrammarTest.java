package io.djdbc.conformance.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alibaba.druid.DbType;
import com.alibaba.druid.sql.SQLUtils;
import com.alibaba.druid.sql.ast.SQLStatement;
import com.alibaba.druid.sql.parser.ParserException;
import com.fasterxml.jackson.databind.JsonNode;
import io.djdbc.conformance.databases.Golden;
import io.djdbc.dialect.EncodingCheck;
import io.djdbc.dialect.NameLimit;
import io.djdbc.dialect.OracleDialect;
import io.djdbc.dialect.SessionParameters;
import io.djdbc.driver.sql.RewrittenSql;
import io.djdbc.driver.sql.SessionSql;
import io.djdbc.driver.sql.SqlRewriters;
import io.djdbc.driver.sql.TextVariants;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is sent is Oracle's SQL, as far as a parser of it can tell that is not Oracle's own: Druid's. It takes all of
 * Django's statements for Oracle, and refuses what is broken.
 */
@DisplayName("Oracle: grammar of what is sent")
class OracleGrammarTest {
    private static final String LONG = "some_extremely_long_table_name_for_oracle";

    private static final SessionSql REWRITER = rewriter();

    private static SessionSql rewriter() {
        SessionParameters parameters =
                new SessionParameters(true, null, null, null, null, null, null, EncodingCheck.OFF, false);
        SqlRewriters rewriters = SqlRewriters.of(
                new OracleDialect(),
                parameters,
                new SqlRewriters.Wanted(true, true, new NameLimit(30, true, false), true));
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
            return Objects.requireNonNull(rewriters).forSession(connection, false);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void parses(String sql) {
        List<SQLStatement> statements = SQLUtils.parseStatements(sql, DbType.oracle);
        assertThat(statements).as(sql).hasSize(1);
    }

    /** All texts that a statement has, for each set of its parameters that are ''. */
    private static List<String> texts(String sql) throws SQLException {
        RewrittenSql rewritten = REWRITER.prepared(sql);
        List<String> texts = new ArrayList<>(List.of(rewritten.text(sql)));
        TextVariants variants = rewritten.variants();
        if (variants != null) {
            for (long mask = 1; mask < 1L << variants.parameterCount(); mask++) {
                BitSet empty = BitSet.valueOf(new long[] {mask << 1});
                if (empty.stream().allMatch(variants::concerns)) {
                    texts.add(variants.of(empty).text());
                }
            }
        }
        return texts;
    }

    @Test
    @DisplayName("is Django's own, by this parser too")
    void takesDjangos() {
        int statements = 0;
        for (JsonNode filter : Golden.read("oracle_nulls.json").get("filters")) {
            JsonNode sql = filter.get("oracle").path("sql");
            if (sql.isTextual()) {
                parses(sql.asText().replace("%s", "?"));
                statements++;
            }
        }
        assertThat(statements).isPositive();
        if (Golden.isOwn("oracle_nulls.json")) {
            assertThat(statements).isEqualTo(84);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT a FROM t WHERE b IS NULL AND",
                "SELECT a FROM t WHERE b IS IS NULL",
                "SELECT a FROM t WHERE (b IS NULL",
                "SELECT a FROM t WHERE b IN (,'a')",
                "SELECT a FROM t WHERE IS NULL",
                "SELECT CASE WHEN THEN 1 END FROM t",
                "UPDATE t SET a IS NULL WHERE b = 1",
            })
    @DisplayName("is refused where a rewrite would have gone wrong")
    void refusesWhatIsBroken(String sql) {
        assertThatThrownBy(() -> parses(sql)).isInstanceOf(ParserException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT a FROM t WHERE b = ? AND c <> ? OR d = '' AND '' <> e",
                "SELECT a FROM t WHERE b IN (?, ?, 'x') AND c NOT IN ('', ?)",
                "SELECT a FROM t WHERE (b, c) = (?, ?) AND (d, e) IN (('', 'x'), (?, ?))",
                "SELECT a FROM t WHERE (?, b) = (c, ?) AND ? IN (b, c)",
                "SELECT CASE b WHEN ? THEN 'x' WHEN '' THEN ? ELSE c END FROM t WHERE CASE WHEN b = ? THEN 1 END = 1",
                "SELECT a FROM t WHERE b BETWEEN ? AND ? AND c NOT BETWEEN '' AND 'z' AND d >= ? AND e < ''",
                "SELECT a FROM t WHERE b LIKE ? AND c NOT LIKE '' AND d LIKE '%%' AND e NOT LIKE ? ESCAPE '!'",
                "SELECT a FROM t WHERE {iexact b, ?} AND {contains c, ?} AND {iregex d, ?} AND NOT {startswith e, ''}",
                "SELECT a FROM t x LEFT OUTER JOIN s y ON x.a = y.a AND y.b = ? WHERE COALESCE(x.c, '') = ?",
                "SELECT a FROM t, s WHERE t.a = s.a(+) AND s.b(+) = ''",
                "SELECT a FROM t WHERE EXISTS (SELECT 1 FROM s WHERE s.b = ? AND s.c <> '') AND NOT (b = ?)",
                "SELECT b, COUNT(*) FROM t WHERE b <> '' GROUP BY b HAVING MAX(c) = ? ORDER BY b",
                "SELECT a FROM t WHERE UPPER(b) = UPPER(?) AND b = q'[]' AND c = N''",
                "UPDATE t SET a = '', b = ?, c = CASE WHEN d = '' THEN '' ELSE e END WHERE f = '' AND g = ?",
                "DELETE FROM t WHERE a = ? OR b IN ('', 'x')",
                "INSERT INTO t (a, b) SELECT a, '' FROM s WHERE b = ? AND c <> ''",
                "MERGE INTO t USING s ON (t.a = s.a AND t.b = ?) WHEN MATCHED THEN UPDATE SET t.c = '', t.d = ?",
                "SELECT LONG.a, x.LONG FROM LONG, my_schema.LONG x WHERE LONG.LONG = x.a(+)",
                "INSERT INTO LONG (LONG, b) VALUES (?, '')",
                "CREATE TABLE LONG (LONG NUMBER(9), CONSTRAINT LONG PRIMARY KEY (LONG))",
                "CREATE INDEX LONG ON LONG (LONG)",
                "ALTER TABLE LONG ADD CONSTRAINT LONG FOREIGN KEY (LONG) REFERENCES LONG (LONG)",
                "SELECT LONG.NEXTVAL FROM dual",
                "WITH LONG AS (SELECT 1 AS LONG FROM dual) SELECT LONG FROM LONG",
            })
    @DisplayName("is Oracle's in each of its texts")
    void isOracles(String template) throws SQLException {
        for (String text : texts(template.replace("LONG", LONG))) {
            parses(text);
            assertThat(text).doesNotContain(LONG);
        }
        for (String text : texts(template.replace("LONG", '"' + LONG + '"'))) {
            parses(text);
        }
    }
}
