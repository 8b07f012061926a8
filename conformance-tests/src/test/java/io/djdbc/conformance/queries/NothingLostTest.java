package io.djdbc.conformance.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.djdbc.query.Database;
import io.djdbc.query.IntegrityError;
import io.djdbc.query.Manager;
import io.djdbc.query.NotSupportedError;
import io.djdbc.query.QuerySet;
import io.djdbc.query.expression.Aggregate;
import io.djdbc.query.model.ModelOptions;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is what was meant, and nothing besides. */
@DisplayName("nothing is lost")
class NothingLostTest {

    /** More rows than are read before a class is made for reading them. */
    private static final int MANY = 2_100;

    enum Color {
        RED,
        GREEN
    }

    /** Text that the column has in other words, of the same class. */
    public static final class Bracketed implements AttributeConverter<String, String> {
        @Override
        public String convertToDatabaseColumn(String attribute) {
            return attribute == null ? null : "<" + attribute + ">";
        }

        @Override
        public String convertToEntityAttribute(String column) {
            return column == null ? null : column.substring(1, column.length() - 1);
        }
    }

    @Entity
    @ModelOptions(app = "lost")
    static class Thing {
        @Id
        @GeneratedValue
        Long id;

        String name = "";

        int number;

        Color ordinal;

        @Enumerated(EnumType.STRING)
        Color color;

        @Convert(converter = Bracketed.class)
        String text = "";
    }

    @Entity
    @Table(name = "lost_loose")
    @ModelOptions(app = "lost")
    static class Loose {
        @Id
        @GeneratedValue
        Long id;

        Integer number;

        Boolean flag;
    }

    /** The same table, by somebody who does not know that there may be nothing. */
    @Entity
    @Table(name = "lost_loose")
    @ModelOptions(app = "lost", managed = false)
    static class Strict {
        @Id
        @GeneratedValue
        Long id;

        int number;

        boolean flag;
    }

    @Entity
    @ModelOptions(app = "lost")
    static class Counted {
        @Id
        @GeneratedValue
        int id;

        String name = "";
    }

    @Entity
    @ModelOptions(app = "lost")
    static class Named {
        @Id
        @GeneratedValue
        UUID id;

        String name = "";
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2"})
    void sqlOfOnesOwnIsOnlyRead(String vendor) {
        try (PlainDatabase database = new PlainDatabase(vendor)) {
            Database db = database.open(Thing.class);
            Manager<Thing> things = db.objects(Thing.class);
            things.create("number", 1);
            things.create("number", 2);
            QuerySet<Thing> raw = things.raw("SELECT * FROM \"lost_thing\" WHERE \"number\" = 1");
            List<ThrowingCallable> refused = List.of(
                    raw::delete,
                    () -> raw.update("number", 3),
                    () -> raw.aggregate(Aggregate.countRows()),
                    () -> raw.filter("id", 1).toList(),
                    () -> raw.exclude("id", 1).toList(),
                    () -> raw.orderBy("id").toList(),
                    () -> raw.values("id").toList(),
                    () -> raw.valuesList("id").toList(),
                    () -> raw.flat("id").toList(),
                    () -> raw.none().toList(),
                    () -> raw.union(things.all()).toList(),
                    () -> things.all().union(raw).toList(),
                    () -> things.all().or(raw).toList(),
                    () -> raw.get("id", 1),
                    () -> raw.inBulk(),
                    raw::explain,
                    () -> things.filter("id__in", raw).toList(),
                    () -> things.filter("id__in", raw).delete());
            for (ThrowingCallable call : refused) {
                assertThatThrownBy(call).isInstanceOf(NotSupportedError.class).hasMessageContaining("raw()");
            }
            assertThat(raw.toList()).hasSize(1);
            assertThat(raw.slice(0, 1).toList()).hasSize(1);
            assertThat(raw.count()).isEqualTo(1);
            assertThat(things.orderBy("number").flat("number").toList()).isEqualTo(List.of(1, 2));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2"})
    void convertersConvertOnce(String vendor) {
        try (PlainDatabase database = new PlainDatabase(vendor)) {
            Database db = database.open(Thing.class);
            Manager<Thing> things = db.objects(Thing.class);
            Thing saved = new Thing();
            saved.ordinal = Color.GREEN;
            saved.color = Color.GREEN;
            saved.text = "abc";
            db.save(saved);
            Thing created = things.create("text", "created", "color", Color.RED, "ordinal", Color.RED);
            Thing bulk = new Thing();
            bulk.text = "bulk";
            things.bulkCreate(List.of(bulk));
            assertThat(stored(db)).containsExactly("<abc>", "<created>", "<bulk>");

            Thing read = things.get("id", saved.id);
            assertThat(read.text).isEqualTo("abc");
            assertThat(read.ordinal).isEqualTo(Color.GREEN);
            assertThat(read.color).isEqualTo(Color.GREEN);
            assertThat(things.filter("text", "abc").count()).isEqualTo(1);
            assertThat(things.filter("color", Color.GREEN).flat("ordinal").toList())
                    .isEqualTo(List.of(Color.GREEN));
            assertThat(things.raw("SELECT * FROM \"lost_thing\" WHERE \"id\" = ?", created.id)
                            .at(0)
                            .color)
                    .isEqualTo(Color.RED);

            read.text = "again";
            db.save(read);
            things.filter("id", created.id).update("text", "updated");
            Thing third = things.get("text", "bulk");
            third.text = "updated in bulk";
            things.bulkUpdate(List.of(third), "text");
            assertThat(stored(db)).containsExactly("<again>", "<updated>", "<updated in bulk>");
            db.refresh(third);
            assertThat(third.text).isEqualTo("updated in bulk");
        }
    }

    /** The column as it is. */
    private static List<Object> stored(Database db) {
        List<Object> texts = new ArrayList<>();
        for (Thing thing : db.objects(Thing.class)
                .raw("SELECT \"id\", \"text\" AS \"plain\" FROM \"lost_thing\" ORDER BY \"id\"")) {
            texts.add(db.annotation(thing, "plain"));
        }
        return texts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2"})
    void aPrimitiveIsNeverNull(String vendor) {
        try (PlainDatabase database = new PlainDatabase(vendor)) {
            Database db = database.open(Thing.class);
            Manager<Thing> things = db.objects(Thing.class);
            assertThatThrownBy(() -> things.create("number", null))
                    .isInstanceOf(IntegrityError.class)
                    .hasMessageContaining("number cannot be null");
            Thing thing = things.create("name", "x");
            assertThatThrownBy(() -> things.filter("id", thing.id).update("number", null))
                    .isInstanceOf(IntegrityError.class);
            assertThatThrownBy(() -> db.assign(thing, "number", null)).isInstanceOf(IntegrityError.class);
            assertThatThrownBy(() -> things.updateOrCreate(Map.of("id", 77L), Collections.singletonMap("number", null)))
                    .isInstanceOf(IntegrityError.class);
            assertThat(things.flat("number").toList()).isEqualTo(List.of(0));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2"})
    void nullInAColumnIsNoZero(String vendor) {
        try (PlainDatabase database = new PlainDatabase(vendor)) {
            Database db = database.open(Loose.class);
            Manager<Strict> strict = database.again(Strict.class).objects(Strict.class);
            List<Loose> rows = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                Loose row = new Loose();
                row.number = 0;
                row.flag = false;
                rows.add(row);
            }
            db.objects(Loose.class).bulkCreate(rows);
            assertThat(strict.all().toList()).hasSize(MANY);
            Loose nothing = db.objects(Loose.class).create("number", null, "flag", true);
            Loose flagless = db.objects(Loose.class).create("number", 1, "flag", null);
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> strict.all().toList())
                        .isInstanceOf(IntegrityError.class)
                        .hasMessageContaining("number");
                assertThatThrownBy(() -> strict.get("id", flagless.id))
                        .isInstanceOf(IntegrityError.class)
                        .hasMessageContaining("flag");
            }
            assertThat(strict.filter("id", nothing.id).flat("number").toList()).containsExactly((Object) null);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2"})
    void whatIsAssignedIsSavedThoughItWasDeferred(String vendor) {
        try (PlainDatabase database = new PlainDatabase(vendor)) {
            Database db = database.open(Thing.class);
            Manager<Thing> things = db.objects(Thing.class);
            things.create("name", "one", "number", 5, "text", "kept", "color", Color.GREEN);
            Thing thing = things.only("name").get("name", "one");
            thing.number = 4711;
            thing.name = "renamed";
            assertThat(db.<Integer>load(thing, "number")).isEqualTo(4711);
            db.save(thing);
            Thing read = things.get("id", thing.id);
            assertThat(read.number).isEqualTo(4711);
            assertThat(read.name).isEqualTo("renamed");
            assertThat(read.text).isEqualTo("kept");
            assertThat(read.color).isEqualTo(Color.GREEN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2"})
    void generatedKeysMayBePrimitiveOrUuids(String vendor) {
        try (PlainDatabase database = new PlainDatabase(vendor)) {
            Database db = database.open(Counted.class, Named.class);
            Counted first = new Counted();
            db.save(first);
            Counted second = db.objects(Counted.class).create("name", "second");
            List<Counted> more = db.objects(Counted.class).bulkCreate(List.of(new Counted(), new Counted()));
            assertThat(more).hasSize(2);
            assertThat(first.id).isPositive();
            assertThat(second.id).isGreaterThan(first.id);
            first.name = "changed";
            db.save(first);
            assertThat(db.objects(Counted.class).get("id", first.id).name).isEqualTo("changed");
            assertThat(db.objects(Counted.class).count()).isEqualTo(4);
            db.delete(first);
            assertThat(first.id).isZero();
            assertThat(db.objects(Counted.class).count()).isEqualTo(3);

            Named named = new Named();
            db.save(named);
            assertThat(named.id).isNotNull();
            UUID made = db.objects(Named.class).create("name", "made").id;
            db.objects(Named.class).bulkCreate(List.of(new Named(), new Named()));
            assertThat(db.objects(Named.class).get("id", made).name).isEqualTo("made");
            named.name = "changed";
            db.save(named);
            assertThat(db.objects(Named.class).count()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2"})
    void manyRowsAreReadAsFewAre(String vendor) {
        try (PlainDatabase database = new PlainDatabase(vendor)) {
            Database db = database.open(Thing.class);
            List<Thing> things = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                Thing thing = new Thing();
                thing.number = i;
                thing.text = "text " + i;
                thing.color = Color.GREEN;
                things.add(thing);
            }
            db.objects(Thing.class).bulkCreate(things);
            for (int round = 0; round < 2; round++) {
                assertThat(db.objects(Thing.class).orderBy("number").toList())
                        .hasSize(MANY)
                        .allMatch(thing -> thing.color == Color.GREEN && thing.text.equals("text " + thing.number));
            }
        }
    }
}
