package io.djdbc.conformance.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.djdbc.query.Database;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.FieldType;
import io.djdbc.query.model.ManyToMany;
import io.djdbc.query.model.Model;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Instances in the form of Django's JSON serializer, as {@code manage.py dumpdata} has it. */
final class DjangoJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private DjangoJson() {}

    static ObjectNode of(Database db, Model model, Object instance) {
        ObjectNode object = JSON.objectNode();
        object.put("model", model.label().toLowerCase(java.util.Locale.ROOT));
        object.set("pk", value(model.primaryKey(), model.primaryKey().get(instance)));
        ObjectNode fields = object.putObject("fields");
        for (Field field : model.localFields()) {
            if (!field.isPrimaryKey()) {
                fields.set(field.name(), value(field, field.get(instance)));
            }
        }
        for (ManyToMany relation : model.localManyToMany()) {
            if (relation.through().isAutoCreated()) {
                Field key = relation.target().primaryKey();
                var keys = fields.putArray(relation.name());
                db.related(instance, relation.name())
                        .all()
                        .toList()
                        .forEach(related -> keys.add(value(key, key.get(related))));
            }
        }
        return object;
    }

    private static JsonNode value(Field field, @Nullable Object value) {
        if (value == null) {
            return JSON.nullNode();
        }
        if (field.valueField().type() == FieldType.JSON) {
            return MAPPER.valueToTree(value);
        }
        if (value instanceof Boolean flag) {
            return JSON.booleanNode(flag);
        }
        if (value instanceof BigDecimal || value instanceof UUID || value instanceof LocalDate) {
            return JSON.textNode(value.toString());
        }
        if (value instanceof Double number) {
            return JSON.numberNode(number);
        }
        if (value instanceof Number number) {
            return JSON.numberNode(number.longValue());
        }
        if (value instanceof Instant instant) {
            return JSON.textNode(instant(instant));
        }
        if (value instanceof LocalTime time) {
            return JSON.textNode(time(time));
        }
        if (value instanceof Duration duration) {
            return JSON.textNode(duration(duration));
        }
        if (value instanceof byte[] bytes) {
            return JSON.textNode(Base64.getEncoder().encodeToString(bytes));
        }
        return JSON.textNode(value.toString());
    }

    /** To the millisecond. */
    private static String instant(Instant instant) {
        String text = instant.toString();
        return text.contains(".") ? text.substring(0, 23) + "Z" : text;
    }

    private static String time(LocalTime time) {
        String text = time.toString();
        return text.length() == 5 ? text + ":00" : text.length() > 12 ? text.substring(0, 12) : text;
    }

    /** Django's {@code duration_string()}: days, then a time that is never negative. */
    private static String duration(Duration duration) {
        long days = Math.floorDiv(duration.getSeconds(), 86_400L);
        Duration rest = duration.minusDays(days);
        int micros = rest.toNanosPart() / 1000;
        return (days == 0 ? "" : days + " ")
                + String.format("%02d:%02d:%02d", rest.toHours(), rest.toMinutesPart(), rest.toSecondsPart())
                + (micros == 0 ? "" : String.format(".%06d", micros));
    }
}
