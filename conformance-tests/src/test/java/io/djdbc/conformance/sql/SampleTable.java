package io.djdbc.conformance.sql;

import com.fasterxml.jackson.databind.JsonNode;
import io.djdbc.conformance.databases.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The model Sample of the golden data as a table with its rows; columns as Django makes them on each database. */
final class SampleTable {
    /** Name and type of each column; H2, which Django does not know, as in PostgreSQL where it can. */
    private enum Types {
        POSTGRESQL("timestamp with time zone", "interval", "uuid", "inet", "text", "boolean", "numeric(12, 4)"),
        MARIADB("datetime(6)", "bigint", "uuid", "char(39)", "longtext", "bool", "numeric(12, 4)"),
        MYSQL("datetime(6)", "bigint", "char(32)", "char(39)", "longtext", "bool", "numeric(12, 4)"),
        SQLITE("datetime", "bigint", "char(32)", "char(39)", "text", "bool", "decimal"),
        H2("timestamp with time zone", "bigint", "uuid", "varchar(39)", "varchar", "boolean", "numeric(12, 4)");

        private final String datetime;
        private final String duration;
        private final String uuid;
        private final String ip;
        private final String text;
        private final String bool;
        private final String decimal;

        Types(String datetime, String duration, String uuid, String ip, String text, String bool, String decimal) {
            this.datetime = datetime;
            this.duration = duration;
            this.uuid = uuid;
            this.ip = ip;
            this.text = text;
            this.bool = bool;
            this.decimal = decimal;
        }
    }

    private final TestDatabase database;
    private final Types types;

    SampleTable(TestDatabase database) {
        this.database = database;
        this.types = Types.valueOf(database.name().toUpperCase(java.util.Locale.ROOT));
    }

    private List<String[]> columns() {
        String date = "date";
        String time = database.is("mariadb", "mysql") ? "time(6)" : database.is("h2") ? "time(6)" : "time";
        String json = database.is("postgresql") ? "jsonb" : database.is("mysql") ? "json" : types.text;
        String bytes = database.is("postgresql") ? "bytea" : database.is("h2") ? "varbinary" : "longblob";
        String number = database.is("sqlite") ? "real" : "double precision";
        return List.of(
                new String[] {"id", "bigint NOT NULL PRIMARY KEY"},
                new String[] {"char_nn", "varchar(100)"},
                new String[] {"char_null", "varchar(100)"},
                new String[] {"text_nn", types.text},
                new String[] {"text_null", types.text},
                new String[] {"int_nn", "integer"},
                new String[] {"int_null", "integer"},
                new String[] {"big", "bigint"},
                new String[] {"small", "smallint"},
                new String[] {"pos", "integer"},
                new String[] {"bool_nn", types.bool},
                new String[] {"bool_null", types.bool},
                new String[] {"dec", types.decimal},
                new String[] {"flt", number},
                new String[] {"d", date},
                new String[] {"dt", types.datetime},
                new String[] {"t", time},
                new String[] {"dur", types.duration},
                new String[] {"uid", types.uuid},
                new String[] {"js", json},
                new String[] {"bin", bytes},
                new String[] {"slug", "varchar(50)"},
                new String[] {"url", "varchar(200)"},
                new String[] {"ip", types.ip},
                new String[] {"email", "varchar(254)"});
    }

    String quoted(String name) {
        return database.is("mariadb", "mysql") ? "`" + name + "`" : "\"" + name + "\"";
    }

    void create(Connection connection, JsonNode rows) throws SQLException {
        drop(connection);
        StringBuilder create = new StringBuilder("CREATE TABLE " + quoted("odd_sample") + " (");
        StringBuilder insert = new StringBuilder("INSERT INTO " + quoted("odd_sample") + " VALUES (");
        for (String[] column : columns()) {
            boolean first = column[0].equals("id");
            create.append(first ? "" : ", ")
                    .append(quoted(column[0]))
                    .append(' ')
                    .append(column[1]);
            String type = column[1].replace(" NOT NULL PRIMARY KEY", "");
            insert.append(first ? "" : ", ").append(database.is("postgresql") ? "?::" + type : "?");
        }
        try (Statement statement = connection.createStatement()) {
            String collation = database.is("mysql") ? " CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci" : "";
            statement.execute(create + ")" + collation);
        }
        try (PreparedStatement statement = connection.prepareStatement(insert + ")")) {
            for (JsonNode row : rows) {
                int index = 0;
                for (String[] column : columns()) {
                    bind(statement, ++index, column[0], row.get(column[0]));
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    void drop(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS " + quoted("odd_sample"));
        }
    }

    private void bind(PreparedStatement statement, int index, String column, JsonNode value) throws SQLException {
        if (value == null || value.isNull()) {
            statement.setObject(index, null);
        } else if (column.equals("js")) {
            statement.setString(index, value.has("$json") ? value.get("$json").asText() : value.toString());
        } else if (column.equals("bin") && !database.is("postgresql")) {
            statement.setBytes(
                    index, HexFormat.of().parseHex(value.get("$binary").asText()));
        } else if (database.is("postgresql")) {
            statement.setString(index, stored(value).toString());
        } else {
            statement.setObject(index, stored(value));
        }
    }

    /** As the column holds it. */
    private Object stored(JsonNode value) {
        if (value.isBoolean()) {
            return database.is("sqlite") ? (Object) (value.asBoolean() ? 1 : 0) : (Object) value.asBoolean();
        }
        if (value.isNumber()) {
            return value.isIntegralNumber() ? (Object) value.asLong() : (Object) value.asDouble();
        }
        if (value.isTextual()) {
            return value.asText();
        }
        String kind = value.fieldNames().next();
        String text = value.get(kind).asText();
        return switch (kind) {
            case "$datetime" -> datetime(text);
            case "$duration" -> database.is("postgresql") ? text : (Object) microseconds(text);
            case "$uuid" -> database.is("sqlite", "mysql") ? text.replace("-", "") : text;
            case "$decimal" -> database.is("sqlite") ? (Object) Double.valueOf(text) : text;
            case "$binary" -> "\\x" + text; // PostgreSQL's spelling
            default -> text;
        };
    }

    private String datetime(String text) {
        if (database.is("postgresql", "h2")) {
            return text;
        }
        OffsetDateTime time = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
        String seconds = time.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss"));
        return time.getNano() == 0 ? seconds : seconds + String.format(".%06d", time.getNano() / 1_000);
    }

    private static long microseconds(String text) {
        Duration duration = Duration.parse(text);
        return duration.getSeconds() * 1_000_000 + duration.getNano() / 1_000;
    }

    /** The keys of the rows for which a condition holds. */
    List<Integer> keys(Connection connection, String where, List<Object> parameters) throws SQLException {
        String id = quoted("odd_sample") + "." + quoted("id");
        String sql = "SELECT " + id + " FROM " + quoted("odd_sample") + " WHERE " + where + " ORDER BY " + id;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                if (parameters.get(i) instanceof String text) {
                    statement.setString(i + 1, text);
                } else {
                    statement.setObject(i + 1, parameters.get(i));
                }
            }
            List<Integer> keys = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    keys.add(rows.getInt(1));
                }
            }
            return keys;
        }
    }
}
