package io.djdbc.conformance.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.conformance.databases.DatabaseKit;
import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.TestDatabase;
import io.djdbc.dialect.LikePatterns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is stored is found again, and nothing else, whatever characters it has and whichever way one looks for it. */
@DisplayName("LIKE and lookups: 5,000 strings there and back")
@EachDatabase({"sqlite", "postgresql", "mariadb", "mysql", "h2"})
class LikeRoundTripTest extends DatabaseKit {
    private static final int STRINGS = 5_000;
    private static final int GROUP = 50;
    private static final String[] LOOKUPS = {"contains", "startswith", "endswith", "iexact"};

    private final List<String> strings = OddStrings.some(STRINGS);
    private final List<String> differences = new ArrayList<>();
    private Connection connection;
    private int asked;

    LikeRoundTripTest(TestDatabase database) {
        super(database);
    }

    /** What to look for, by lookup. */
    private record Needles(String[] values) {}

    @BeforeEach
    void store() throws SQLException {
        connection = database.openDjdbc();
        boolean mySql = database.is("mariadb", "mysql");
        String text = mySql ? "LONGTEXT CHARACTER SET utf8mb4 COLLATE " : database.is("sqlite") ? "TEXT" : "VARCHAR";
        String type = database.is("postgresql") ? "TEXT" : text;
        drop();
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE round_trip (id INT NOT NULL PRIMARY KEY, g INT NOT NULL, s " + type
                    + (mySql ? "utf8mb4_bin" : "") + ", ci " + type + (mySql ? "utf8mb4_general_ci" : "")
                    + ", hits INT NOT NULL)");
            statement.execute("CREATE INDEX round_trip_g ON round_trip (g)");
        }
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO round_trip VALUES (?, ?, ?, ?, 0)")) {
            for (int i = 0; i < STRINGS; i++) {
                insert.setInt(1, i);
                insert.setInt(2, i / GROUP);
                insert.setString(3, strings.get(i));
                insert.setString(4, strings.get(i));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        connection.commit();
    }

    @AfterEach
    void close() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
        drop();
        connection.close();
    }

    private void drop() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS round_trip");
        }
    }

    private static Needles needles(int index, String text) {
        Random random = new Random(index);
        return new Needles(new String[] {
            OddStrings.part(random, text, false, false),
            OddStrings.part(random, text, true, false),
            OddStrings.part(random, text, false, true),
            OddStrings.swappedCase(text)
        });
    }

    private static String column(int lookup) {
        return LOOKUPS[lookup].equals("iexact") ? "ci" : "s";
    }

    // ---- the ways

    @Test
    void byLookupsWithParameters() throws SQLException {
        StringBuilder sql = new StringBuilder("SELECT id");
        for (int lookup = 0; lookup < LOOKUPS.length; lookup++) {
            sql.append(asColumn("{" + LOOKUPS[lookup] + " " + column(lookup) + ", ?}"));
        }
        try (PreparedStatement statement = connection.prepareStatement(sql + " FROM round_trip WHERE g = ?")) {
            for (int i = 0; i < STRINGS; i++) {
                Needles needles = needles(i, strings.get(i));
                for (int lookup = 0; lookup < LOOKUPS.length; lookup++) {
                    statement.setString(lookup + 1, needles.values[lookup]);
                }
                statement.setInt(LOOKUPS.length + 1, i / GROUP);
                try (ResultSet rows = statement.executeQuery()) {
                    compare(i, needles, rows, LOOKUPS.length);
                }
            }
        }
        report(LOOKUPS.length);
    }

    @Test
    void byLookupsWithLiterals() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (int i = 0; i < STRINGS; i++) {
                Needles needles = needles(i, strings.get(i));
                StringBuilder sql = new StringBuilder("SELECT id");
                for (int lookup = 0; lookup < LOOKUPS.length; lookup++) {
                    String literal = literal(needles.values[lookup]);
                    sql.append(asColumn("{" + LOOKUPS[lookup] + " " + column(lookup) + ", " + literal + "}"));
                }
                try (ResultSet rows = statement.executeQuery(sql + " FROM round_trip WHERE g = " + i / GROUP)) {
                    compare(i, needles, rows, LOOKUPS.length);
                }
            }
        }
        report(LOOKUPS.length);
    }

    /** LIKE as an application writes it that escapes its values itself; iexact is a LIKE of the whole text. */
    @Test
    void byRawLike() throws SQLException {
        String sql = "SELECT id" + asColumn("s LIKE ?") + asColumn("s LIKE ?") + asColumn("s LIKE ?");
        try (PreparedStatement statement = connection.prepareStatement(sql + " FROM round_trip WHERE g = ?");
                Statement literals = connection.createStatement()) {
            for (int i = 0; i < STRINGS; i++) {
                Needles needles = needles(i, strings.get(i));
                String[] patterns = {
                    "%" + LikePatterns.escape(needles.values[0]) + "%",
                    LikePatterns.escape(needles.values[1]) + "%",
                    "%" + LikePatterns.escape(needles.values[2])
                };
                for (int lookup = 0; lookup < patterns.length; lookup++) {
                    statement.setString(lookup + 1, patterns[lookup]);
                }
                statement.setInt(4, i / GROUP);
                try (ResultSet rows = statement.executeQuery()) {
                    compare(i, needles, rows, patterns.length);
                }
                String withLiterals = "SELECT id" + asColumn("s LIKE " + literal(patterns[0]))
                        + asColumn("s LIKE " + literal(patterns[1])) + asColumn("s LIKE " + literal(patterns[2]));
                try (ResultSet rows = literals.executeQuery(withLiterals + " FROM round_trip WHERE g = " + i / GROUP)) {
                    compare(i, needles, rows, patterns.length);
                }
            }
        }
        report(6);
    }

    @Test
    void byBatches() throws SQLException {
        for (int lookup = 0; lookup < LOOKUPS.length; lookup++) {
            int[] expected = new int[STRINGS];
            String sql = "UPDATE round_trip SET hits = hits + 1 WHERE {" + LOOKUPS[lookup] + " " + column(lookup)
                    + ", ?} AND g = ?";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < STRINGS; i++) {
                    String needle = needles(i, strings.get(i)).values[lookup];
                    statement.setString(1, needle);
                    statement.setInt(2, i / GROUP);
                    statement.addBatch();
                    for (int row = i / GROUP * GROUP; row < (i / GROUP + 1) * GROUP; row++) {
                        expected[row] += matches(lookup, strings.get(row), needle) ? 1 : 0;
                    }
                    if ((i + 1) % 500 == 0) {
                        statement.executeBatch();
                    }
                }
            }
            int[] hits = new int[STRINGS];
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT id, hits FROM round_trip")) {
                while (rows.next()) {
                    hits[rows.getInt(1)] = rows.getInt(2);
                }
            }
            assertThat(hits).as("%s on %s", LOOKUPS[lookup], database).isEqualTo(expected);
            connection.rollback();
        }
    }

    // ---- comparison

    private static String asColumn(String condition) {
        return ", CASE WHEN " + condition + " THEN 1 ELSE 0 END";
    }

    private String literal(String text) {
        String escaped = database.is("mariadb", "mysql") ? text.replace("\\", "\\\\") : text;
        return "'" + escaped.replace("'", "''") + "'";
    }

    private void compare(int index, Needles needles, ResultSet rows, int lookups) throws SQLException {
        int count = 0;
        while (rows.next()) {
            count++;
            int row = rows.getInt(1);
            for (int lookup = 0; lookup < lookups; lookup++) {
                boolean expected = matches(lookup, strings.get(row), needles.values[lookup]);
                asked++;
                if (rows.getBoolean(lookup + 2) != expected) {
                    differences.add("string " + index + ": " + LOOKUPS[lookup] + " '" + needles.values[lookup]
                            + "' in row " + row + " '" + strings.get(row) + "' should be " + expected);
                }
            }
        }
        assertThat(count).isEqualTo(GROUP);
    }

    /** As documented: case counts but for iexact; SQLite ignores the case of ASCII letters always. */
    private boolean matches(int lookup, String text, String needle) {
        boolean folds = database.is("sqlite") || lookup == 3;
        String where = folds ? folded(text) : text;
        String what = folds ? folded(needle) : needle;
        return switch (lookup) {
            case 0 -> where.contains(what);
            case 1 -> where.startsWith(what);
            case 2 -> where.endsWith(what);
            default -> where.equals(what);
        };
    }

    private String folded(String text) {
        if (database.is("sqlite")) {
            StringBuilder folded = new StringBuilder(text);
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c >= 'A' && c <= 'Z') {
                    folded.setCharAt(i, (char) (c | 0x20));
                }
            }
            return folded.toString();
        }
        StringBuilder folded = new StringBuilder();
        text.codePoints()
                .forEach(point -> folded.append(Character.toString(point).toLowerCase(Locale.ROOT)));
        return folded.toString();
    }

    private void report(int lookups) {
        assertThat(differences.subList(0, Math.min(20, differences.size())))
                .as("%d differences on %s, the first", differences.size(), database)
                .isEmpty();
        assertThat(asked).isEqualTo(STRINGS * GROUP * lookups);
    }
}
