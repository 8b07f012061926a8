package io.djdbc.driver.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Conditions made at random, of all the forms that are rewritten: they find the same rows where '' is NULL (H2's Oracle
 * mode, through djdbc) as where it is a text like any other.
 */
class EmptyStringsPropertyTest {
    private static final String[] COLUMNS = {"a", "b", "c"};
    private static final String[] TEXTS = {"", "", "x", "y", "q''s"};
    private static final String[] EMPTY_OPERATORS = {"=", "<>", "!=", "<", ">", "<=", ">="};

    private static Connection plain;
    private static Connection oracle;

    @BeforeContainer
    static void open() throws SQLException {
        plain = DriverManager.getConnection("jdbc:h2:mem:");
        oracle = DriverManager.getConnection("jdbc:djdbc:h2:mem:;MODE=Oracle;DIALECT=oracle");
        for (Connection connection : List.of(plain, oracle)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE t (id INT PRIMARY KEY, a VARCHAR(9), b VARCHAR(9), c VARCHAR(9))");
            }
            String[] values = {"", "x", "y", "q's"};
            try (PreparedStatement row = connection.prepareStatement("INSERT INTO t VALUES (?, ?, ?, ?)")) {
                for (int id = 0; id < 64; id++) {
                    row.setInt(1, id);
                    for (int i = 0; i < 3; i++) {
                        row.setString(i + 2, values[id >> 2 * i & 3]);
                    }
                    row.addBatch();
                }
                row.executeBatch();
            }
        }
    }

    @AfterContainer
    static void close() throws SQLException {
        plain.close();
        oracle.close();
    }

    /** Writes a condition, and gathers what is bound to its parameters. */
    private static final class Writer {
        final Random random;
        final List<String> bound = new ArrayList<>();

        Writer(long seed) {
            random = new Random(seed);
        }

        String column() {
            return COLUMNS[random.nextInt(3)];
        }

        String text(String value) {
            int form = random.nextInt(4);
            if (form == 0) {
                return "'" + value + "'";
            }
            if (form == 1 && value.isEmpty()) {
                return "N''";
            }
            bound.add(value.replace("''", "'"));
            return "?";
        }

        String text() {
            return text(TEXTS[random.nextInt(TEXTS.length)]);
        }

        String list() {
            StringBuilder list = new StringBuilder("(");
            for (int i = random.nextInt(4); i >= 0; i--) {
                list.append(text()).append(i == 0 ? ")" : ", ");
            }
            return list.toString();
        }

        String row() {
            return "(" + text() + ", " + text() + ")";
        }

        String condition(int depth) {
            switch (random.nextInt(depth > 0 ? 13 : 11)) {
                case 0:
                    return column() + " " + EMPTY_OPERATORS[random.nextInt(7)] + " " + text("");
                case 1:
                    return text("") + EMPTY_OPERATORS[random.nextInt(7)] + column();
                case 2:
                    return column() + " = " + text();
                case 3:
                    return column() + " IN " + list();
                case 4:
                    return column() + " NOT IN (" + text("") + ", " + text("x") + ")";
                case 5:
                    return "(a, b) = " + row();
                case 6:
                    return "(b, c) IN (" + row() + ", " + row() + ")";
                case 7:
                    return "CASE " + column() + " WHEN '' THEN 1 WHEN 'x' THEN 2 ELSE 3 END = 1";
                case 8:
                    return "CASE WHEN " + column() + " = " + text() + " THEN 1 ELSE 0 END = 1";
                case 9:
                    return column() + " BETWEEN " + text("") + " AND " + text("x");
                case 10:
                    return "UPPER(" + column() + ") LIKE " + text(random.nextBoolean() ? "" : "%");
                case 11:
                    return "(" + condition(depth - 1) + " OR " + condition(depth - 1) + ")";
                default:
                    return condition(depth - 1) + " AND " + condition(depth - 1);
            }
        }
    }

    private static List<Integer> ids(Connection connection, String sql, List<String> bound) throws SQLException {
        List<Integer> ids = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < bound.size(); i++) {
                statement.setString(i + 1, bound.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getInt(1));
                }
            }
        }
        return ids;
    }

    @Property(tries = 3_000)
    @Label("a condition finds the same rows")
    void findsTheSame(@ForAll long seed) throws SQLException {
        Writer writer = new Writer(seed);
        String sql = "SELECT id FROM t WHERE " + writer.condition(3) + " ORDER BY id";
        assertThat(ids(oracle, sql, writer.bound))
                .as("%s %s", sql, writer.bound)
                .isEqualTo(ids(plain, sql, writer.bound));
    }

    @Property(tries = 2_000)
    @Label("what was rewritten is left alone when it comes again")
    void isDoneOnce(@ForAll long seed) throws SQLException {
        Writer writer = new Writer(seed);
        OracleSql rewriter = OracleSql.django();
        String sql = "SELECT id FROM t WHERE " + writer.condition(3);
        String once = rewriter.text(sql);
        assertThat(rewriter.text(once)).isEqualTo(once);
    }

    @Property(tries = 3_000)
    @Label("any text of any tokens is taken without an error, and once")
    void takesAnything(@ForAll long seed) throws SQLException {
        Random random = new Random(seed);
        String[] pieces = {
            "SELECT",
            "FROM",
            "t",
            "WHERE",
            "a",
            "=",
            "''",
            "<>",
            "IN",
            "(",
            ")",
            ",",
            "NOT",
            "CASE",
            "WHEN",
            "THEN",
            "END",
            "?",
            ":x",
            "LIKE",
            "'%'",
            "BETWEEN",
            "AND",
            "UPDATE",
            "SET",
            "{",
            "}",
            "--\n",
            "/* '' */",
            "q'[']'",
            "N''",
            "\"",
            "'",
            ";",
            "BEGIN",
            "WITH",
            "\uD83D\uDE00",
            "some_extremely_long_table_name_for_oracle",
            ".",
            "||",
            "UPPER(",
            "("
        };
        StringBuilder sql = new StringBuilder(random.nextBoolean() ? "SELECT a FROM t WHERE " : "");
        for (int i = random.nextInt(30); i > 0; i--) {
            sql.append(pieces[random.nextInt(pieces.length)]).append(random.nextInt(3) == 0 ? "" : " ");
        }
        OracleSql rewriter = OracleSql.django();
        String once = rewriter.text(sql.toString());
        assertThat(rewriter.text(once)).as("%s", sql).isEqualTo(once);
        TextVariants variants = rewriter.rewrite(sql.toString()).variants();
        if (variants != null) {
            java.util.BitSet all = new java.util.BitSet();
            for (int number = 1; number <= variants.parameterCount(); number++) {
                all.set(number, variants.concerns(number));
            }
            assertThat(variants.of(all).text()).isNotNull();
        }
    }
}
