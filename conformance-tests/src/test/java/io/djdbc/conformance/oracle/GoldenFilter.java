package io.djdbc.conformance.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import io.djdbc.conformance.databases.Golden;
import io.djdbc.dialect.Identifiers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One query of oracle_nulls.json, with Django's text of it for a database. */
record GoldenFilter(String id, String python, JsonNode statements) {

    static List<GoldenFilter> all() {
        List<GoldenFilter> filters = new ArrayList<>();
        JsonNode golden = Golden.read("oracle_nulls.json");
        for (JsonNode filter : golden.get("filters")) {
            filters.add(new GoldenFilter(
                    filter.get("id").asText(), filter.get("python").asText(), filter));
        }
        return filters;
    }

    /** The rows that Django's text for the others finds on a database in which '' is a text. */
    List<String> onOthers(Connection plain) throws SQLException {
        return rows(plain, typed(text("postgresql")), "postgresql", "NULL");
    }

    /** The rows that Django finds on Oracle; its fields read '' where there is NULL. */
    List<String> djangosOnOracle(Connection bare, boolean h2) throws SQLException {
        return rows(bare, oracles(h2), "oracle", "");
    }

    /** The rows of Django's text for Oracle. */
    List<String> asDjangoOnOracle(Connection oracle, boolean h2) throws SQLException {
        return rows(oracle, oracles(h2), "oracle", "NULL");
    }

    /** @param h2 in words that H2 reads as well */
    private String oracles(boolean h2) {
        String sql = text("oracle");
        String read =
                sql.replace(" USING NCHAR_CS)", "").replace("TRANSLATE(", "").replace("DBMS_LOB.SUBSTR(", "(");
        return h2 ? read : sql;
    }

    /** The rows of the text for the others, with Oracle's names, as an application would write it that knows no Oracle. */
    List<String> asWrittenForOthers(Connection oracle) throws SQLException {
        Matcher names = Pattern.compile("\"[^\"]+\"").matcher(text("postgresql"));
        String sql = names.replaceAll(name -> Matcher.quoteReplacement(
                        Identifiers.oracleQuoted(name.group().replace("\"", ""), 30)))
                .replace("::text", "")
                .replace("LIMIT 1", "FETCH FIRST 1 ROWS ONLY");
        String read = sql.replaceAll("(\\S+) ~ \\?", "REGEXP_LIKE($1, ?)");
        return rows(oracle, typed(read), "postgresql", "NULL");
    }

    /** H2 wants to know the type of what two parameters give, and cannot group by a number. */
    private static String typed(String sql) {
        return sql.replace("COALESCE(?, ?)", "COALESCE(CAST(? AS VARCHAR(9)), ?)")
                .replaceAll("SELECT (\\S+) AS (.*) GROUP BY 1 ", "SELECT $1 AS $2 GROUP BY $1 ");
    }

    private String text(String backend) {
        return statements.get(backend).get("sql").asText().replace("%s", "?").replace("%%", "%");
    }

    private List<String> rows(Connection connection, String sql, String backend, String none) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int number = 0;
            for (JsonNode value : statements.get(backend).get("params")) {
                bind(statement, ++number, value);
            }
            List<String> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(row(found, none));
                }
            }
            if (!python.contains("order_by")) {
                Collections.sort(rows);
            }
            return rows;
        }
    }

    static void bind(PreparedStatement statement, int number, JsonNode value) throws SQLException {
        if (value.isNull()) {
            statement.setNull(number, Types.VARCHAR);
        } else if (value.isBoolean()) {
            statement.setInt(number, value.asBoolean() ? 1 : 0);
        } else if (value.isInt()) {
            statement.setInt(number, value.asInt());
        } else if (value.has("$binary")) {
            statement.setBytes(number, value.get("$binary").asText().isEmpty() ? new byte[0] : new byte[] {'x'});
        } else {
            statement.setString(number, value.has("$json") ? value.get("$json").asText() : value.asText());
        }
    }

    /** Of instances their key, as what their fields are read as is asked elsewhere; of an ordering what it is by. */
    private String row(ResultSet found, String none) throws SQLException {
        boolean values = python.contains(".values(");
        int first = python.contains("order_by") ? 2 : 1;
        int last = values ? found.getMetaData().getColumnCount() : first;
        List<String> row = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            row.add(Objects.requireNonNullElse(found.getString(i), none));
        }
        return String.join("|", row);
    }
}
