package io.djdbc.conformance.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.djdbc.conformance.databases.Golden;
import io.djdbc.conformance.queries.NeutralValue;
import io.djdbc.dialect.SchemaSyntax;
import io.djdbc.query.json.Json;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.FieldType;
import io.djdbc.query.model.Model;
import io.djdbc.query.model.Models;
import io.djdbc.query.schema.SchemaSql;
import io.djdbc.query.value.DatabaseValues;
import io.djdbc.query.value.Prepared;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of datasets.json as instances of the golden classes, stored and read by the query builder's values alone. */
final class GoldenRows {

    private final Models models = GoldenModels.models();
    private final SchemaSyntax syntax;
    private final SchemaSql schema;
    private final DatabaseValues values;
    private final String dialect;

    GoldenRows(String dialect) {
        this.dialect = dialect;
        this.syntax = SchemaSyntax.of(dialect);
        this.schema = SchemaSql.of(dialect);
        this.values = DatabaseValues.of(dialect);
    }

    /** A row of a model: its own columns only, in the order of {@link Model#localFields()}. */
    record Row(Model model, JsonNode golden) {}

    List<Model> stored() {
        return models.all().stream()
                .filter(model -> !model.app().equals("wide") && !model.isProxy())
                .toList();
    }

    List<Row> rows(Model model) {
        List<Row> rows = new ArrayList<>();
        Golden.read("datasets.json")
                .path("datasets")
                .path(model.app())
                .path(model.name())
                .forEach(row -> rows.add(new Row(model, row)));
        return rows;
    }

    void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : schema.create(stored())) {
                statement.execute(sql);
            }
        }
    }

    void drop(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            check(statement, false);
            for (String sql : schema.drop(stored())) {
                statement.execute(sql);
            }
            check(statement, true);
        }
    }

    /** Foreign keys are met at the end, or put off where the database cannot. */
    void load(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            check(statement, false);
            connection.setAutoCommit(false);
            for (Model model : stored()) {
                insert(connection, model);
            }
            connection.commit();
            connection.setAutoCommit(true);
            check(statement, true);
        }
    }

    private void check(Statement statement, boolean on) throws SQLException {
        if (dialect.equals("mysql") || dialect.equals("mariadb")) {
            statement.execute("SET FOREIGN_KEY_CHECKS = " + (on ? 1 : 0));
        } else if (dialect.equals("h2")) {
            statement.execute("SET REFERENTIAL_INTEGRITY " + (on ? "TRUE" : "FALSE"));
        }
    }

    private void insert(Connection connection, Model model) throws SQLException {
        List<Field> fields = model.localFields();
        String sql = "INSERT INTO " + syntax.quote(schema.table(model)) + " (" + columns(fields) + ") VALUES ("
                + fields.stream().map(field -> "?").collect(Collectors.joining(", ")) + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Row row : rows(model)) {
                Object instance = instance(row);
                int index = 0;
                for (Field field : fields) {
                    Object prepared = Prepared.prepare(field, field.get(instance));
                    values.bind(
                            statement,
                            ++index,
                            values.toDatabase(field.valueField().type(), prepared));
                }
                statement.executeUpdate();
            }
        }
    }

    /** What the golden row says, put into an instance of the class by its fields. */
    Object instance(Row row) {
        Object instance = row.model().newInstance();
        for (Field field : row.model().localFields()) {
            field.set(instance, value(field, row.golden().get(field.attname())));
        }
        return instance;
    }

    /** A golden value as Java has it; JSON documents as {@link Json}'s. */
    static @Nullable Object value(Field field, JsonNode golden) {
        return field.valueField().type() == FieldType.JSON ? Json.parse(golden.toString()) : NeutralValue.of(golden);
    }

    /** All rows of a table, each as an instance of the class. */
    List<Object> read(Connection connection, Model model) throws SQLException {
        List<Field> fields = model.localFields();
        String sql = "SELECT " + columns(fields) + " FROM " + syntax.quote(schema.table(model)) + " ORDER BY "
                + syntax.quote(model.primaryKey().column());
        List<Object> instances = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                Object instance = model.newInstance();
                int column = 0;
                for (Field field : fields) {
                    Object value = values.reader(field).read(row, ++column);
                    if (field == field.valueField()) {
                        // a reader gives what the attribute takes as it is
                        field.accessor().set(instance, value);
                    } else {
                        field.set(instance, value);
                    }
                }
                instances.add(instance);
            }
        }
        return instances;
    }

    private String columns(List<Field> fields) {
        return fields.stream().map(field -> syntax.quote(field.column())).collect(Collectors.joining(", "));
    }
}
