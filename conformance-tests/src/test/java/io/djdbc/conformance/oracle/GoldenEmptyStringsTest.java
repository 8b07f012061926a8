package io.djdbc.conformance.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.djdbc.conformance.databases.DatabaseKit;
import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.Golden;
import io.djdbc.conformance.databases.TestDatabase;
import io.djdbc.dialect.Identifiers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
    private static final String[] TEXTS = {"CHAR_NN", "CHAR_NULL", "TEXT_NN", "TEXT_NULL", "SLUG", "URL", "EMAIL"};

    /** NULL itself is asked for, which differs by nature: where '' is NULL there is no telling. */
    private static final Set<String> ASK_FOR_NULL = Set.of(
            "filters.05",
            "filters.06",
            "filters.07",
            "filters.11",
            "filters.12",
            "filters.13",
            "filters.14",
            "filters.23");

    /**
     * Two columns that are compared, COALESCE of a column that is '', the length of '', what is unlike a text and is no
     * plain column. docs/oracle.md names them.
     */
    private static final Set<String> DIFFERENT_ON_ORACLE =
            Set.of("filters.34", "filters.35", "filters.77", "filters.79", "filters.81");

    /**
     * What is unlike a text that is not empty: Django adds IS NOT NULL where Oracle needs it, and leaves it out where it
     * must not be; an application that knows nothing of Oracle does not. docs/oracle.md names them.
     */
    private static final Set<String> DIFFERENT_IF_WRITTEN_FOR_OTHERS = Set.of(
            "filters.09",
            "filters.10",
            "filters.24",
            "filters.27",
            "filters.29",
            "filters.30",
            "filters.31",
            "filters.40");

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
    private Connection adapted;

    GoldenEmptyStringsTest(TestDatabase database) {
        super(database);
        oracle = new OracleMode(database);
    }

    @BeforeEach
    void makeRows() throws SQLException {
        String columns = "(ID NUMERIC(9) PRIMARY KEY, CHAR_NN VARCHAR(20), CHAR_NULL VARCHAR(20), TEXT_NN VARCHAR(20),"
                + " TEXT_NULL VARCHAR(20), SLUG VARCHAR(20), URL VARCHAR(20), EMAIL VARCHAR(20), INT_NN NUMERIC(9),"
                + " INT_NULL NUMERIC(9))";
        plain = DriverManager.getConnection("jdbc:h2:mem:");
        try (Statement statement = plain.createStatement()) {
            statement.execute("CREATE TABLE ODD_SAMPLE " + columns);
        }
        oracle.prepare("CREATE TABLE ODD_SAMPLE " + columns);
        adapted = oracle.open();
        fill(plain);
        fill(adapted);
    }

    private static void fill(Connection connection) throws SQLException {
        String[] values = {"", "a", "x", "y"};
        try (PreparedStatement row =
                connection.prepareStatement("INSERT INTO ODD_SAMPLE VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (int id = 1; id <= 256; id++) {
                row.setInt(1, id);
                for (int i = 0; i < TEXTS.length; i++) {
                    row.setString(i + 2, i < 4 ? values[(id >> 2 * i) & 3] : (id >> i & 1) == 0 ? "" : "v");
                }
                row.setInt(9, id % 3);
                row.setObject(10, id % 2 == 0 ? null : id % 3, java.sql.Types.NUMERIC);
                row.addBatch();
            }
            row.executeBatch();
        }
    }

    @AfterEach
    void dropTables() throws SQLException {
        plain.close();
        adapted.close();
        oracle.close();
    }

    /** The filters that are about the texts and numbers of this model, and about nothing that H2 cannot do. */
    private static List<JsonNode> filters() {
        List<JsonNode> filters = new ArrayList<>();
        for (JsonNode filter : GOLDEN.get("filters")) {
            String where = filter.get("oracle").path("where").asText("");
            boolean known = where.contains("ODD_SAMPLE") && !where.matches(".*\"(BIN|JS|IP)\".*|.*COUNT\\(.*");
            if (known && !filter.get("postgresql").path("where").asText().contains(" ~ ")) {
                filters.add(filter);
            }
        }
        assertThat(filters).hasSize(48);
        return filters;
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

    private static List<Integer> ids(Connection connection, JsonNode condition) throws SQLException {
        String sql = "SELECT ID FROM ODD_SAMPLE WHERE "
                + spelled(condition.get("where").asText()) + " ORDER BY ID";
        List<Integer> ids = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int number = 0;
            for (JsonNode value : condition.get("where_params")) {
                number++;
                if (value.isInt()) {
                    statement.setInt(number, value.asInt());
                } else {
                    statement.setString(number, value.asText());
                }
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getInt(1));
                }
            }
        }
        return ids;
    }

    @Test
    @DisplayName("as Django writes them for Oracle: the same rows as on the others")
    void djangoOnOracle() throws SQLException {
        Set<String> different = new TreeSet<>();
        for (JsonNode filter : filters()) {
            List<Integer> expected = ids(plain, filter.get("postgresql"));
            if (!ids(adapted, filter.get("oracle")).equals(expected)) {
                different.add(filter.get("id").asText());
            }
        }
        assertThat(different).isEqualTo(union(ASK_FOR_NULL, DIFFERENT_ON_ORACLE));
    }

    @Test
    @DisplayName("as Django writes them for the others: the same rows on Oracle")
    void othersOnOracle() throws SQLException {
        Set<String> different = new TreeSet<>();
        for (JsonNode filter : filters()) {
            List<Integer> expected = ids(plain, filter.get("postgresql"));
            if (!ids(adapted, filter.get("postgresql")).equals(expected)) {
                different.add(filter.get("id").asText());
            }
        }
        assertThat(different)
                .isEqualTo(union(union(ASK_FOR_NULL, DIFFERENT_ON_ORACLE), DIFFERENT_IF_WRITTEN_FOR_OTHERS));
    }

    @Test
    @DisplayName("as the very text that Django sends")
    void djangosText() throws SQLException {
        Set<String> seen = new TreeSet<>();
        for (JsonNode filter : GOLDEN.get("filters")) {
            if (EXACT.contains(filter.get("id").asText())) {
                JsonNode others = filter.get("postgresql");
                String sql = "SELECT 1 FROM T2 WHERE "
                        + withValues(spelled(others.get("where").asText()), "\\?", others.get("where_params"));
                assertThat(adapted.nativeSQL(sql))
                        .isEqualTo("SELECT 1 FROM T2 WHERE "
                                + filter.get("oracle").get("where").asText().replace("%s", "?"));
                seen.add(filter.get("id").asText());
            }
        }
        assertThat(seen).isEqualTo(new TreeSet<>(EXACT));
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

    @Test
    @DisplayName("and its writes are left as they are")
    void writes() throws SQLException {
        int statements = 0;
        for (JsonNode write : GOLDEN.get("writes")) {
            for (JsonNode statement : write.get("oracle").get("statements")) {
                String sql = withValues(statement.get("sql").asText(), "%s", statement.get("params"));
                assertThat(adapted.nativeSQL(sql)).isEqualTo(sql);
                statements++;
            }
        }
        assertThat(statements).isEqualTo(14);
    }

    /** A driver sees columns, not fields: addresses, JSON, UUIDs and keys are texts to it, and bytes are not. */
    private static final Set<String> OTHER_FIELDS =
            Set.of("GenericIPAddressField", "JSONField", "UUIDField", "ForeignKey", "BinaryField");

    @Test
    @DisplayName("and NULL in each kind of column is read as its field reads it")
    void fields() throws SQLException {
        int compared = 0;
        for (JsonNode field : GOLDEN.get("fields")) {
            String column = field.get("ddl").get("oracle").asText();
            if (column.contains("NOT NULL")) {
                continue;
            }
            oracle.prepare("CREATE TABLE DJDBC_FIELD (" + column + ")", "INSERT INTO DJDBC_FIELD VALUES (NULL)");
            try (Statement statement = adapted.createStatement();
                    ResultSet row = statement.executeQuery("SELECT * FROM DJDBC_FIELD")) {
                assertThat(row.next()).isTrue();
                String read = row.getString(1);
                assertThat(row.wasNull()).isEqualTo(read == null);
                boolean text = column.matches(".*(N?VARCHAR2|N?CLOB).*");
                assertThat(read).as(column).isEqualTo(text ? "" : null);
                if (!OTHER_FIELDS.contains(field.get("type").asText())) {
                    JsonNode fetched = field.get("fetched");
                    JsonNode django = (fetched.has("all") ? fetched.get("all") : fetched.get("oracle"))
                            .get(0)
                            .get(1);
                    assertThat(read).as(field.toString()).isEqualTo(django.isNull() ? null : django.asText());
                    compared++;
                }
            }
            oracle.drop("DJDBC_FIELD");
        }
        assertThat(compared).isEqualTo(16);
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }
}
