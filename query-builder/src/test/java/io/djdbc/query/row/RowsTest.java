package io.djdbc.query.row;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.query.Database;
import io.djdbc.query.PersistentObject;
import io.djdbc.query.model.Model;
import io.djdbc.query.value.DatabaseValues;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows become the same objects before and after a class was made to read them. */
class RowsTest {

    /** More than it takes to be worth a class, several times. */
    private static final int ROWS = 5_000;

    private Database db;

    @BeforeEach
    void fill() {
        db = Database.open("jdbc:sqlite::memory:");
        db.schema().create(Shelf.class, Item.class, Note.class);
        List<Shelf> shelves = new ArrayList<>();
        for (long i = 0; i < 10; i++) {
            Shelf shelf = new Shelf();
            shelf.id = i;
            shelf.setName("shelf " + i);
            shelves.add(shelf);
        }
        db.objects(Shelf.class).bulkCreate(shelves);
        List<Item> items = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            items.add(item(i, shelves));
            Note note = new Note();
            note.id = (long) i;
            note.text = "note " + i;
            notes.add(note);
        }
        db.objects(Item.class).bulkCreate(items);
        db.objects(Note.class).bulkCreate(notes);
    }

    @AfterEach
    void close() {
        db.close();
    }

    private static Item item(int i, List<Shelf> shelves) {
        Item item = new Item();
        item.id = (long) i;
        item.shelf = i % 3 == 0 ? null : shelves.get(i % 10);
        item.count = i - 10;
        item.maybe = i % 2 == 0 ? null : (long) i;
        item.small = (short) (i % 100);
        item.narrow = i % 5 == 0 ? null : i;
        item.weight = i / 4.0;
        item.sure = i % 2 == 0;
        item.unsure = i % 3 == 0 ? null : i % 3 == 1;
        item.kind = Kind.values()[i % Kind.values().length];
        item.price = new BigDecimal(i).movePointLeft(2);
        item.day = LocalDate.of(2000, 1, 1).plusDays(i);
        item.tags = List.of("a" + i, "b");
        item.big = i % 7 == 0 ? 0 : Long.MAX_VALUE - i;
        return item;
    }

    @Test
    void every_type_is_read_alike_by_both_readers() {
        List<Shelf> shelves = db.objects(Shelf.class).orderBy("pk").toList();
        for (int round = 0; round < 3; round++) {
            List<Item> items = db.objects(Item.class).orderBy("pk").toList();
            assertThat(items).hasSize(ROWS);
            for (int i = 0; i < ROWS; i++) {
                assertThat(items.get(i).all())
                        .as("item " + i + " in round " + round)
                        .isEqualTo(item(i, shelves).all());
            }
        }
    }

    @Test
    void a_related_object_has_nothing_but_its_key_until_it_is_selected() {
        for (int round = 0; round < 3; round++) {
            for (Item item : db.objects(Item.class).all().toList()) {
                assertThat(item.shelf == null ? "" : item.shelf.getName()).isEmpty();
            }
            for (Item item :
                    db.objects(Item.class).orderBy("pk").selectRelated("shelf").toList()) {
                long id = Objects.requireNonNull(item.id);
                assertThat(item.shelf == null ? null : item.shelf.getName())
                        .isEqualTo(id % 3 == 0 ? null : "shelf " + id % 10);
            }
        }
    }

    @Test
    void instances_with_room_for_it_know_their_database() {
        for (int round = 0; round < 3; round++) {
            for (Note note : db.objects(Note.class).all().toList()) {
                assertThat(Database.of(note)).isNotNull();
            }
            for (Note note : db.objects(Note.class).only("id").slice(0, 3).toList()) {
                assertThat(InstanceStates.of(note).deferred()).hasSize(1);
            }
        }
    }

    @Test
    void a_class_can_be_made_for_each_model() {
        for (Class<?> type : List.of(Shelf.class, Item.class, Note.class)) {
            Model model = db.models().model(type);
            List<Integer> columns =
                    IntStream.rangeClosed(1, model.fields().size()).boxed().toList();
            RowColumns all = new RowColumns(DatabaseValues.of("sqlite"), model, model.fields(), columns);
            assertThat(RowGenerator.generate(all)).as(type.getSimpleName()).isNotNull();
        }
    }

    enum Kind {
        BOOK,
        RECORD,
        TOY
    }

    static class Tags implements AttributeConverter<List<String>, String> {
        @Override
        public String convertToDatabaseColumn(List<String> tags) {
            return String.join(",", tags);
        }

        @Override
        public List<String> convertToEntityAttribute(String text) {
            return List.of(text.split(",", -1));
        }
    }

    @Entity
    @Table(name = "shelf")
    static class Shelf {
        @Id
        Long id;

        private String name = "";

        String getName() {
            return name;
        }

        void setName(String name) {
            this.name = name;
        }
    }

    @Entity
    @Table(name = "note")
    static class Note extends PersistentObject {
        @Id
        Long id;

        String text = "";
    }

    @Entity
    @Table(name = "item")
    static class Item {
        @Id
        private Long id;

        @ManyToOne
        @JoinColumn(name = "shelf_id")
        private Shelf shelf;

        private long big;
        private int count;

        @Column(nullable = true)
        private Long maybe;

        private short small;

        @Column(nullable = true)
        private Integer narrow;

        private double weight;
        private boolean sure;

        @Column(nullable = true)
        private Boolean unsure;

        @Enumerated(EnumType.STRING)
        private Kind kind;

        @Column(precision = 10, scale = 2)
        private BigDecimal price;

        private LocalDate day;

        @Convert(converter = Tags.class)
        private List<String> tags;

        List<Object> all() {
            List<Object> all = new ArrayList<>();
            all.add(id);
            all.add(shelf == null ? null : shelf.id);
            all.add(big);
            all.add(count);
            all.add(maybe);
            all.add(small);
            all.add(narrow);
            all.add(weight);
            all.add(sure);
            all.add(unsure);
            all.add(kind);
            all.add(price);
            all.add(day);
            all.add(tags);
            return all;
        }
    }
}
