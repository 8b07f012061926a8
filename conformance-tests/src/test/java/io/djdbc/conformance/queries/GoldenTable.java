package io.djdbc.conformance.queries;

import com.fasterxml.jackson.databind.JsonNode;
import io.djdbc.conformance.databases.Golden;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table as Django made it, from golden/models.json and golden/schema.json: what rows are stored and read by, beside
 * the query builder and without it.
 *
 * @param model the model's name
 * @param key the attname of the primary key
 */
record GoldenTable(String model, String app, String name, String key, List<Column> columns, List<String> ddl) {

    private static final Pattern CREATED = Pattern.compile("CREATE TABLE \"([^\"]+)\" \\(");
    private static final Pattern CREATED_COLUMN = Pattern.compile("(?:^|, )\"([^\"]+)\" [A-Z]");

    /** @param databaseType the type in the CREATE statement */
    record Column(String attname, String name, String type, String databaseType, int places) {}

    /** The tables of a dataset's app; parents before children as in the file. */
    static List<GoldenTable> of(String app, String backend) {
        Map<String, JsonNode> schema = new HashMap<>();
        Golden.read("schema.json")
                .get("models")
                .forEach(node -> schema.put(node.get("id").asText(), node.get(backend)));
        Map<String, JsonNode> models = new HashMap<>();
        JsonNode all = Golden.read("models.json").get("models");
        all.forEach(node -> models.put(node.get("name").asText(), node));
        List<GoldenTable> tables = new ArrayList<>();
        for (JsonNode model : all) {
            if (model.get("app").asText().equals(app) && !model.has("proxy_for")) {
                tables.add(table(model, schema.get(model.get("label").asText()), models));
            }
        }
        if (!backend.equals("oracle")) {
            return tables;
        }
        List<String> creates = tables.stream()
                .flatMap(table -> table.ddl().stream())
                .filter(sql -> sql.startsWith("CREATE TABLE"))
                .toList();
        return tables.stream().map(table -> table.asCreated(creates)).toList();
    }

    private static GoldenTable table(JsonNode model, JsonNode schema, Map<String, JsonNode> models) {
        List<Column> columns = new ArrayList<>();
        String key = "";
        for (JsonNode field : model.get("fields")) {
            if (!field.has("column")) {
                continue;
            }
            String column = field.get("column").asText();
            columns.add(new Column(
                    field.get("attname").asText(),
                    column,
                    valueType(field, models),
                    schema.get("columns").get(column).get("type").asText(),
                    field.path("decimal_places").asInt(0)));
            if (field.get("name").asText().equals(model.get("pk").asText())) {
                key = field.get("attname").asText();
            }
        }
        List<String> ddl = new ArrayList<>();
        schema.path("sql").forEach(statement -> ddl.add(statement.asText()));
        return new GoldenTable(
                model.get("name").asText(),
                model.get("app").asText(),
                schema.get("db_table").asText(),
                key,
                columns,
                ddl);
    }

    /** With the names that its CREATE statement has: Oracle's are cut, and in upper case. */
    private GoldenTable asCreated(List<String> creates) {
        for (String create : creates) {
            Matcher names = CREATED.matcher(create);
            if (names.lookingAt() && names.group(1).equalsIgnoreCase(name)) {
                return renamed(names.group(1), CREATED_COLUMN.matcher(create.substring(names.end())));
            }
        }
        throw new IllegalStateException("nothing creates " + name);
    }

    private GoldenTable renamed(String created, Matcher names) {
        List<Column> renamed = new ArrayList<>();
        for (Column column : columns) {
            if (!names.find()) {
                throw new IllegalStateException("no column for " + column + " in " + created);
            }
            renamed.add(new Column(
                    column.attname(), names.group(1), column.type(), column.databaseType(), column.places()));
        }
        return new GoldenTable(model, app, created, key, renamed, ddl);
    }

    /** A foreign key holds values of the type that it points to. */
    private static String valueType(JsonNode field, Map<String, JsonNode> models) {
        JsonNode at = field;
        while (at.has("to")) {
            String wanted = at.get("to_field").asText();
            JsonNode next = null;
            for (JsonNode candidate : models.get(at.get("to").asText()).get("fields")) {
                next = candidate.get("name").asText().equals(wanted) ? candidate : next;
            }
            if (next == null) {
                throw new IllegalStateException("no field " + wanted + ": " + at);
            }
            at = next;
        }
        return at.get("type").asText();
    }
}
