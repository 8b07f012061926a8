package io.djdbc.conformance.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.djdbc.conformance.databases.DatabaseKit;
import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.Golden;
import io.djdbc.conformance.databases.OwnCases;
import io.djdbc.conformance.databases.TestDatabase;
import io.djdbc.dialect.Identifiers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The filters of oracle_nulls.json on the columns of one model: what they find on a database without empty texts,
 * through djdbc, beside what they find where '' is a text like any other. Both have the same rows.
 */
@DisplayName("Oracle: golden filters by ''")
@EachDatabase({"h2", "oracle"})
class GoldenEmptyStringsTest extends DatabaseKit {
    private static final JsonNode GOLDEN = Golden.read("oracle_nulls.json");
    private static final OwnCases OWN = OwnCases.in("oracle_nulls.json", "filters");
    /** Django's {@code exact ''}, alone and in Q objects, on columns of the model and of others. */
    private static final Set<String> EXACT = Set.of(
            "filters.01",
            "filters.02",
            "filters.03",
            "filters.04",
            "filters.08",
            "filters.15",
            "filters.38",
            "filters.39",
            "filters.42",
            "filters.43",
            "filters.48",
            "filters.51",
            "filters.53",
            "filters.56",
            "filters.57",
            "filters.60",
            "filters.62",
            "filters.65",
            "filters.68",
            "filters.69",
            "filters.78");

    private final OracleMode oracle;
    private Connection plain;
    private Connection bare;
    private Connection adapted;

    GoldenEmptyStringsTest(TestDatabase database) {
        super(database);
        oracle = new OracleMode(database);
    }

    @BeforeEach
    void makeRows() throws SQLException {
        plain = DriverManager.getConnection("jdbc:h2:mem:");
        try (Statement statement = plain.createStatement()) {
            for (String sql : GoldenTables.create(false)) {
                statement.execute(sql);
            }
        }
        oracle.prepare(GoldenTables.create(true).toArray(new String[0]));
        adapted = oracle.open();
        bare = oracle.openBare();
        GoldenTables.fill(plain, false);
        GoldenTables.fill(adapted, true);
    }

    @AfterEach
    void dropTables() throws SQLException {
        plain.close();
        bare.close();
        adapted.close();
        oracle.close();
    }

    /** Of PostgreSQL's text what an application would write on any database; of Oracle's what H2 reads as well. */
    private static String spelled(String where) {
        Matcher names = Pattern.compile("\"[^\"]+\"").matcher(where);
        return names.replaceAll(name -> Matcher.quoteReplacement(
                        Identifiers.oracleQuoted(name.group().replace("\"", ""), 30)))
                .replace("::text", "")
                .replace(" USING NCHAR_CS)", "")
                .replace("TRANSLATE(", "")
                .replace("DBMS_LOB.SUBSTR(", "(")
                .replace("%s", "?");
    }

    /** What the rows of a case are: {@code same} as on the others, as {@code django} finds them on Oracle, or neither. */
    private static String verdict(List<String> found, List<String> others, List<String> django) {
        return found.equals(others) ? "same" : found.equals(django) ? "django" : "own";
    }

    private interface Writing {
        List<String> rows(GoldenFilter filter) throws SQLException;
    }

    /** A case of another golden directory that is not among ours may also find what Django finds on Oracle. */
    private void play(String writing, Writing through) throws SQLException {
        Map<String, String> listed = NullDifferences.of(writing).verdicts();
        Map<String, String> wanted = new TreeMap<>();
        Map<String, String> different = new TreeMap<>();
        int played = 0;
        for (GoldenFilter filter : GoldenFilter.all()) {
            List<String> others = filter.onOthers(plain);
            List<String> django = filter.djangosOnOracle(bare, !oracle.isOracle());
            String verdict = verdict(through.rows(filter), others, django);
            String own = OWN.id(filter.python());
            if (own != null && listed.containsKey(own)) {
                wanted.put(filter.id(), listed.get(own));
            }
            if (!verdict.equals("same") && (own != null || !verdict.equals("django"))) {
                different.put(filter.id(), verdict);
            }
            played++;
        }
        System.out.println("oracle_nulls.json, filters, text for " + writing + ", " + database.name()
                + ": played by rows " + played + ", as on the other databases " + (played - different.size())
                + ", listed differences " + wanted.size());
        assertThat(played).isPositive();
        assertThat(different).isEqualTo(wanted);
        if (Golden.isOwn("oracle_nulls.json")) {
            assertThat(played).isEqualTo(84);
            assertThat(wanted).isEqualTo(listed);
        }
    }

    @Test
    @DisplayName("as Django writes them for Oracle: the same rows as on the others, or listed")
    void djangoOnOracle() throws SQLException {
        play("django", filter -> filter.asDjangoOnOracle(adapted, !oracle.isOracle()));
    }

    @Test
    @DisplayName("as Django writes them for the others: the same rows on Oracle, or listed")
    void othersOnOracle() throws SQLException {
        play("others", filter -> filter.asWrittenForOthers(adapted));
    }

    @Test
    @DisplayName("as the very text that Django sends")
    void djangosText() throws SQLException {
        Set<String> seen = new TreeSet<>();
        for (JsonNode filter : GOLDEN.get("filters")) {
            String own = OWN.id(filter);
            if (own != null && EXACT.contains(own)) {
                JsonNode others = filter.get("postgresql");
                String sql = "SELECT 1 FROM T2 WHERE "
                        + withValues(spelled(others.get("where").asText()), "\\?", others.get("where_params"));
                assertThat(adapted.nativeSQL(sql))
                        .isEqualTo("SELECT 1 FROM T2 WHERE "
                                + filter.get("oracle").get("where").asText().replace("%s", "?"));
                seen.add(own);
            }
        }
        if (Golden.isOwn("oracle_nulls.json")) {
            assertThat(seen).isEqualTo(new TreeSet<>(EXACT));
        }
    }

    /** With '' in place of each parameter that has it. */
    private static String withValues(String sql, String placeholder, JsonNode values) {
        String text = sql;
        for (JsonNode value : values) {
            text = text.replaceFirst(
                    placeholder, value.isTextual() && value.asText().isEmpty() ? "''" : "\u0000");
        }
        return text.replace('\u0000', '?');
    }
}
