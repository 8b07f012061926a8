package io.djdbc.conformance.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.djdbc.conformance.databases.Golden;
import io.djdbc.query.model.CheckConstraint;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.FieldType;
import io.djdbc.query.model.ForeignKey;
import io.djdbc.query.model.Index;
import io.djdbc.query.model.ManyToMany;
import io.djdbc.query.model.Model;
import io.djdbc.query.model.Models;
import io.djdbc.query.model.OnDelete;
import io.djdbc.query.model.ReverseRelation;
import io.djdbc.query.model.UniqueConstraint;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The annotated classes are the models of models.json: every model, field and option, in the same form and order. */
@DisplayName("models")
class ModelsGoldenTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private final Models models = GoldenModels.models();

    @Test
    void theModelsAreInDjangosOrder() {
        List<String> expected = new ArrayList<>();
        golden().forEach(model -> expected.add(model.get("label").textValue()));
        assertThat(models.all()).extracting(Model::label).containsExactlyElementsOf(expected);
    }

    @TestFactory
    Stream<DynamicTest> aModelIsWhatDjangoSays() {
        return golden().map(expected ->
                DynamicTest.dynamicTest(expected.get("label").textValue(), () -> {
                    Model model = models.model(expected.get("label").textValue());
                    assertThat(model).isNotNull();
                    assertThat(pretty(describe(model))).isEqualTo(pretty(withoutNotes(expected)));
                }));
    }

    private static Stream<JsonNode> golden() {
        List<JsonNode> list = new ArrayList<>();
        Golden.read("models.json").get("models").forEach(list::add);
        assertThat(list).isNotEmpty();
        return list.stream();
    }

    /** {@code compile_only} is a note on how the golden data was made. */
    private static JsonNode withoutNotes(JsonNode model) {
        ObjectNode copy = model.deepCopy();
        copy.remove("compile_only");
        return copy;
    }

    private static String pretty(JsonNode node) throws Exception {
        return MAPPER.writerWithDefaultPrettyPrinter()
                .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .writeValueAsString(MAPPER.treeToValue(node, Object.class));
    }

    private static ObjectNode describe(Model model) {
        ObjectNode node = JSON.objectNode();
        node.put("name", model.name());
        node.put("app", model.app());
        node.put("label", model.label());
        node.put("db_table", model.table());
        node.put("pk", model.primaryKey().name());
        if (model.proxyFor() != null) {
            return node.put("proxy_for", model.proxyFor().name());
        }
        if (model.isAutoCreated()) {
            node.put("auto_created", true);
        }
        if (!model.parents().isEmpty()) {
            ArrayNode parents = node.putArray("parents");
            model.parents().keySet().forEach(parent -> parents.add(parent.name()));
        }
        if (!model.ordering().isEmpty()) {
            ArrayNode ordering = node.putArray("ordering");
            model.ordering().forEach(ordering::add);
        }
        if (!model.getLatestBy().isEmpty()) {
            node.put("get_latest_by", String.join(",", model.getLatestBy()));
        }
        constraints(node, model);
        ArrayNode fields = node.putArray("fields");
        model.localFields().forEach(field -> fields.add(describe(field)));
        model.localManyToMany().forEach(relation -> fields.add(describe(relation)));
        return node;
    }

    private static void constraints(ObjectNode node, Model model) {
        for (UniqueConstraint constraint : model.uniqueConstraints()) {
            ArrayNode names = JSON.arrayNode();
            constraint.fields().forEach(field -> names.add(field.name()));
            if (constraint.name() == null) {
                node.withArray("unique_together").add(names);
            } else {
                node.withArray("constraints")
                        .addObject()
                        .put("name", constraint.name())
                        .set("unique", names);
            }
        }
        for (CheckConstraint constraint : model.checkConstraints()) {
            node.withArray("constraints")
                    .addObject()
                    .put("name", constraint.name())
                    .put("check", true);
        }
        for (Index index : model.indexes()) {
            ArrayNode names = node.withArray("indexes")
                    .addObject()
                    .put("name", index.name())
                    .putArray("fields");
            index.fields().forEach(names::add);
        }
    }

    private static ObjectNode describe(Field field) {
        ObjectNode node = JSON.objectNode();
        node.put("name", field.name());
        node.put("type", field.type().internalType());
        node.put("attname", field.attname());
        node.put("column", field.column());
        node.put("null", field.isNullable());
        if (field.isPrimaryKey()) {
            node.put("primary_key", true);
        }
        if (field.isDeclaredUnique()) {
            node.put("unique", true);
        }
        if (field.maxLength() != null) {
            node.put("max_length", field.maxLength());
        }
        if (field.maxDigits() != null) {
            node.put("max_digits", field.maxDigits());
            node.put("decimal_places", field.decimalPlaces());
        }
        if (field instanceof ForeignKey key) {
            describe(node, key);
        } else if (field.hasIndex()) {
            node.put("db_index", true);
        }
        if (field.hasDefault()) {
            node.set("default", value(field, field.defaultValue()));
        }
        return node;
    }

    private static void describe(ObjectNode node, ForeignKey key) {
        node.put("kind", key.isOneToOne() ? "one_to_one" : "foreign_key");
        node.put("to", key.target().name());
        node.put("to_field", key.targetField().name());
        if (key.onDelete() == OnDelete.SET) {
            node.putObject("on_delete").set("SET", value(key, key.setTo()));
        } else {
            node.put("on_delete", key.onDelete().name());
        }
        if (key.isParentLink()) {
            node.put("parent_link", true);
        }
        if (!key.hasConstraint()) {
            node.put("db_constraint", false);
        }
        describe(node, key.reverse());
    }

    private static void describe(ObjectNode node, ReverseRelation reverse) {
        node.put("reverse_accessor", reverse.accessorName());
        node.put("reverse_query_name", reverse.isHidden() ? null : reverse.name());
    }

    private static ObjectNode describe(ManyToMany relation) {
        ObjectNode node = JSON.objectNode();
        node.put("name", relation.name());
        node.put("kind", "many_to_many");
        node.put("type", "ManyToManyField");
        node.put("to", relation.target().name());
        node.put("through", relation.through().name());
        node.put("through_auto_created", relation.through().isAutoCreated());
        node.put("through_table", relation.through().table());
        node.put("from_column", relation.sourceField().column());
        node.put("to_column", relation.targetField().column());
        if (relation.isToSelf()) {
            node.put("symmetrical", relation.isSymmetrical());
        }
        describe(node, relation.reverse());
        return node;
    }

    private static JsonNode value(Field field, Object value) {
        if (value instanceof LocalDate date) {
            return JSON.objectNode().put("$date", date.toString());
        }
        if (value instanceof BigDecimal decimal && field.valueField().type() == FieldType.DECIMAL) {
            return JSON.numberNode(decimal.intValueExact());
        }
        if (value instanceof Boolean flag) {
            return JSON.booleanNode(flag);
        }
        if (value instanceof Number number) {
            return JSON.numberNode(number.intValue());
        }
        return JSON.textNode(String.format(Locale.ROOT, "%s", value));
    }
}
