package io.djdbc.query.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.djdbc.query.IntegrityError;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What annotations of JPA make of classes, beyond the golden models. */
class ModelsTest {

    @MappedSuperclass
    abstract static class Keyed<K> {
        @Id
        @GeneratedValue
        K id;

        Instant created;
    }

    enum Colour {
        RED,
        GREEN
    }

    enum Grade {
        GOOD("g"),
        BAD("b");

        @EnumeratedValue
        final String code;

        Grade(String code) {
            this.code = code;
        }
    }

    record Money(BigDecimal amount) {}

    @Converter
    static class MoneyConverter implements AttributeConverter<Money, BigDecimal> {
        @Override
        public BigDecimal convertToDatabaseColumn(Money money) {
            return money == null ? null : money.amount();
        }

        @Override
        public Money convertToEntityAttribute(BigDecimal amount) {
            return amount == null ? null : new Money(amount);
        }
    }

    @Converter(autoApply = true)
    static class LinkConverter implements AttributeConverter<Thread.State, String> {
        @Override
        public String convertToDatabaseColumn(Thread.State state) {
            return state == null ? null : state.name().substring(0, 1);
        }

        @Override
        public Thread.State convertToEntityAttribute(String text) {
            return text == null ? null : Thread.State.valueOf(text.equals("N") ? "NEW" : "RUNNABLE");
        }
    }

    @Entity
    static class Thing extends Keyed<UUID> {
        @Enumerated(EnumType.STRING)
        @Column(length = 8)
        Colour byName;

        @Enumerated
        Colour byNumber;

        Grade byCode;

        @Convert(converter = MoneyConverter.class)
        @Column(precision = 9, scale = 2)
        Money price;

        Thread.State state;
        OffsetDateTime seen;
        LocalDateTime local;
        Date old;
        URI link;
        char letter;

        @FieldOptions(type = FieldType.JSON)
        Map<String, Object> map;

        @FieldOptions(type = FieldType.JSON)
        String jsonText;

        @Transient
        Thread ignored = Thread.currentThread();

        transient Object alsoIgnored;
        static String neither = "";
    }

    @Test
    void aGenericSuperclassGivesItsAttributes() {
        Model thing = Models.of(LinkConverter.class, Thing.class).model(Thing.class);
        assertThat(thing.fields())
                .extracting(Field::name)
                .containsExactly(
                        "id",
                        "created",
                        "by_name",
                        "by_number",
                        "by_code",
                        "price",
                        "state",
                        "seen",
                        "local",
                        "old",
                        "link",
                        "letter",
                        "map",
                        "json_text");
        assertThat(thing.primaryKey().type()).isEqualTo(FieldType.UUID);
        assertThat(thing.primaryKey().model()).isSameAs(thing);
        assertThat(thing.field("jsonText")).isSameAs(thing.field("json_text")).isNotNull();
        assertThat(thing.attribute("ignored")).isNull();
        assertThat(thing.app()).isEqualTo("query");
        assertThat(thing.table()).isEqualTo("query_thing");
    }

    @Test
    void whatIsConvertedIsStoredConverted() {
        Model model = Models.of(LinkConverter.class, Thing.class).model(Thing.class);
        Thing thing = (Thing) model.newInstance();
        thing.byName = Colour.GREEN;
        thing.byNumber = Colour.GREEN;
        thing.byCode = Grade.BAD;
        thing.price = new Money(new BigDecimal("1.50"));
        thing.state = Thread.State.NEW;
        assertThat(get(model, thing, "by_name")).isEqualTo("GREEN");
        assertThat(get(model, thing, "by_number")).isEqualTo((short) 1);
        assertThat(get(model, thing, "by_code")).isEqualTo("b");
        assertThat(get(model, thing, "price")).isEqualTo(new BigDecimal("1.50"));
        assertThat(get(model, thing, "state")).isEqualTo("N");
        assertThat(field(model, "by_name").maxLength()).isEqualTo(8);
        assertThat(field(model, "price").maxDigits()).isEqualTo(9);

        set(model, thing, "by_name", "RED");
        set(model, thing, "by_number", 0L);
        set(model, thing, "by_code", "g");
        set(model, thing, "price", 7);
        set(model, thing, "state", null);
        assertThat(thing.byName).isEqualTo(Colour.RED);
        assertThat(thing.byNumber).isEqualTo(Colour.RED);
        assertThat(thing.byCode).isEqualTo(Grade.GOOD);
        assertThat(thing.price).isEqualTo(new Money(new BigDecimal("7")));
        assertThat(thing.state).isNull();

        assertThat(field(model, "by_name").toColumn(Colour.GREEN)).isEqualTo("GREEN");
        assertThat(field(model, "by_name").toColumn("GREEN")).isEqualTo("GREEN");
        assertThatThrownBy(() -> set(model, thing, "by_name", "BLUE")).hasMessageContaining("no constant for 'BLUE'");
    }

    @Test
    void valuesOfAnotherClassAreConvertedIfNothingIsLost() {
        Model model = Models.of(LinkConverter.class, Thing.class).model(Thing.class);
        Thing thing = (Thing) model.newInstance();
        Instant moment = Instant.parse("2024-05-06T07:08:09.123456Z");
        for (String name : List.of("created", "seen", "local", "old")) {
            set(model, thing, name, moment);
        }
        assertThat(thing.seen).isEqualTo(OffsetDateTime.parse("2024-05-06T07:08:09.123456Z"));
        assertThat(thing.local).isEqualTo(LocalDateTime.parse("2024-05-06T07:08:09.123456"));
        assertThat(thing.old).isEqualTo(Date.from(moment));
        set(model, thing, "link", "http://example.com/");
        assertThat(thing.link).isEqualTo(URI.create("http://example.com/"));
        set(model, thing, "letter", "x");
        assertThat(thing.letter).isEqualTo('x');
        assertThatThrownBy(() -> set(model, thing, "letter", null))
                .isInstanceOf(IntegrityError.class)
                .hasMessageContaining("letter cannot be null");
        assertThat(thing.letter).isEqualTo('x');
        set(model, thing, "id", "12345678-1234-5678-1234-567800000065");
        assertThat(thing.id).isEqualTo(UUID.fromString("12345678-1234-5678-1234-567800000065"));
        assertThatThrownBy(() -> set(model, thing, "map", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("query.Thing.map", "java.util.Map");
        assertThatThrownBy(() -> set(model, thing, "by_number", 70_000)).hasMessageContaining("java.lang.Short");
    }

    @Test
    void jsonAsTextIsADocument() {
        Model model = Models.of(LinkConverter.class, Thing.class).model(Thing.class);
        Thing thing = (Thing) model.newInstance();
        thing.jsonText = "{\"a\": [1, null]}";
        assertThat(get(model, thing, "json_text")).isInstanceOf(Map.class);
        set(model, thing, "json_text", List.of("x"));
        assertThat(thing.jsonText).isEqualTo("[\"x\"]");
    }

    @Entity
    @AttributeOverride(name = "created", column = @Column(name = "born", nullable = false))
    static class Overriding extends Keyed<Long> {}

    @Test
    void anEntityRenamesItsSuperclassesColumns() {
        Model model = Models.of(Overriding.class).model(Overriding.class);
        assertThat(field(model, "created").column()).isEqualTo("born");
        assertThat(field(model, "created").isNullable()).isFalse();
        assertThat(model.primaryKey().type()).isEqualTo(FieldType.BIG_AUTO);
    }

    @Entity
    static class Owner {
        @Id
        @GeneratedValue
        Long id;

        String name;

        @OneToMany(mappedBy = "owner")
        Set<Pet> pets;

        @OneToOne(mappedBy = "owner")
        Licence licence;

        @ManyToMany(mappedBy = "fans")
        List<Pet> idols;
    }

    @Entity
    static class Pet {
        @Id
        @GeneratedValue
        Integer id;

        @ManyToOne
        Owner owner;

        @Column(name = "owner_id", insertable = false, updatable = false)
        Long ownerId;

        @ManyToMany
        @JoinTable(
                name = "pet_fan",
                joinColumns = @JoinColumn(name = "pet"),
                inverseJoinColumns = @JoinColumn(name = "fan"))
        List<Owner> fans;
    }

    @Entity
    static class Licence {
        @Id
        Long ownerId;

        @MapsId
        @OneToOne
        Owner owner;
    }

    @Test
    void mappedByNamesTheWayBack() {
        Models models = Models.of(Owner.class);
        Model owner = models.model(Owner.class);
        Model pet = models.model(Pet.class);
        assertThat(owner.attributeNames()).containsExactly("id", "idols", "licence", "name", "pets");
        ReverseRelation pets = (ReverseRelation) owner.attribute("pets");
        assertThat(pets.accessorName()).isEqualTo("pets");
        assertThat(pets.accessor()).isNotNull();
        assertThat(pets.relatedModel()).isSameAs(pet);
        assertThat(((ReverseRelation) owner.attribute("idols")).isManyToMany()).isTrue();
        ReverseRelation licence = (ReverseRelation) owner.attribute("licence");
        assertThat(licence.isOneToOne()).isTrue();
        assertThat(licence.path().get(0).multiple()).isFalse();
        var fans = pet.manyToMany().get(0);
        assertThat(fans.through().table()).isEqualTo("pet_fan");
        assertThat(fans.sourceField().column()).isEqualTo("pet");
        assertThat(fans.targetField().column()).isEqualTo("fan");
        assertThat(fans.path()).extracting(PathStep::to).containsExactly(fans.through(), owner);
        assertThat(fans.reverse().path()).extracting(PathStep::to).containsExactly(fans.through(), pet);
    }

    @Test
    void aRawKeyIsNoColumnOfItsOwn() {
        Models models = Models.of(Owner.class);
        Model model = models.model(Pet.class);
        assertThat(model.fields()).extracting(Field::column).containsExactly("id", "owner_id");
        ForeignKey key = (ForeignKey) field(model, "owner");
        Pet pet = new Pet();
        key.set(pet, 7);
        assertThat(pet.ownerId).isEqualTo(7);
        assertThat(pet.owner.id).isEqualTo(7);
        assertThat(key.get(pet)).isEqualTo(7L);
        Owner same = pet.owner;
        key.set(pet, 7L);
        assertThat(pet.owner).isSameAs(same);
        key.set(pet, null);
        assertThat(pet.owner).isNull();
        assertThat(pet.ownerId).isNull();
        pet.ownerId = 9L;
        assertThat(key.get(pet)).isEqualTo(9L);
        Owner ann = new Owner();
        ann.id = 11L;
        key.setRelated(pet, ann);
        assertThat(pet.ownerId).isEqualTo(11);
        assertThat(model.attribute("ownerId")).isSameAs(key).isSameAs(model.attribute("owner_id"));

        Model licence = models.model(Licence.class);
        assertThat(licence.fields()).hasSize(1);
        assertThat(licence.primaryKey()).isInstanceOf(ForeignKey.class);
        assertThat(licence.primaryKey().column()).isEqualTo("owner_id");
        Licence driving = new Licence();
        licence.primaryKey().set(driving, 5);
        assertThat(driving.ownerId).isEqualTo(5);
    }

    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Animal {
        @Id
        @GeneratedValue
        Long id;

        String name;
    }

    @Entity
    static class Bird extends Animal {
        Double span;

        @ManyToMany
        @RelationOptions(relatedName = "prey")
        Set<Animal> enemies;
    }

    @Entity
    static class Owl extends Bird {
        boolean wise = true;

        @ManyToOne
        Owl parent;
    }

    @Entity
    @ModelOptions(proxy = true, ordering = "name")
    static class OldOwl extends Owl {}

    @Test
    void childrenHaveTheirParentsFieldsAndALink() {
        Models models = Models.of(OldOwl.class);
        Model animal = models.model(Animal.class);
        Model bird = models.model(Bird.class);
        Model owl = models.model(Owl.class);
        Model old = models.model(OldOwl.class);
        assertThat(owl.fields())
                .extracting(Field::toString)
                .containsExactly(
                        "query.Animal.id",
                        "query.Animal.name",
                        "query.Bird.animal_ptr",
                        "query.Bird.span",
                        "query.Owl.bird_ptr",
                        "query.Owl.wise",
                        "query.Owl.parent");
        assertThat(owl.primaryKey().valueField()).isSameAs(animal.primaryKey());
        assertThat(owl.ancestors()).containsExactly(bird, animal);
        assertThat(owl.pathToParent(animal)).extracting(PathStep::to).containsExactly(bird, animal);
        assertThat(old.pathToParent(animal)).isEqualTo(owl.pathToParent(animal));
        assertThat(old.table()).isEqualTo("query_owl");
        assertThat(old.concrete()).isSameAs(owl);
        assertThat(old.fields()).isEqualTo(owl.fields());
        assertThat(old.ordering()).containsExactly("name");
        assertThat(animal.attributeNames()).contains("bird").doesNotContain("owl");
        assertThat(bird.attributeNames()).contains("owl").doesNotContain("bird");
        assertThat(old.attributeNames()).isEqualTo(owl.attributeNames()).contains("enemies");

        Owl instance = new Owl();
        owl.primaryKey().set(instance, 4);
        assertThat(instance.id).isEqualTo(4);
        assertThat(field(owl, "animal_ptr_id").get(instance)).isEqualTo(4L);
        assertThat(owl.isInstance(new OldOwl())).isTrue();
        assertThat(old.isInstance(instance)).isFalse();
    }

    @Test
    void aRegistryGrowsAllOrNothing() {
        Models models = Models.of(Animal.class);
        Model animal = models.model(Animal.class);
        assertThat(animal.attributeNames()).containsExactly("id", "name");
        models.register(List.of(Bird.class));
        assertThat(models.model(Animal.class)).isSameAs(animal);
        assertThat(animal.attribute("bird")).isNotNull();
        List<Model> before = models.all();
        assertThatThrownBy(() -> models.register(List.of(Owl.class, WrongModelsTest.NoKey.class)))
                .isInstanceOf(ModelException.class);
        assertThat(models.all()).isEqualTo(before);
        assertThat(models.model("query.Owl")).isNull();
        assertThat(models.model(Bird.class).attribute("owl")).isNull();
    }

    @Test
    void threadsGetTheSameModels() throws Exception {
        Models models = Models.of();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Model>> found = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                Class<?> type = i % 2 == 0 ? Owl.class : Pet.class;
                found.add(threads.submit(() -> models.model(type)));
            }
            for (int i = 0; i < 64; i++) {
                assertThat(found.get(i).get()).isSameAs(found.get(i % 2).get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(models.all()).extracting(Model::label).doesNotHaveDuplicates();
    }

    @Test
    void aRowOfAJoinTableHasNoClass() {
        Model through =
                Models.of(Pet.class).model(Pet.class).manyToMany().get(0).through();
        ThroughRow row = (ThroughRow) through.newInstance();
        row.set("pet_id", 3L);
        row.set("id", 1);
        assertThat(row.get("pet_id")).isEqualTo(3);
        assertThat(row.get("id")).isEqualTo(1);
        ThroughRow twin = (ThroughRow) through.newInstance();
        assertThat(row).isNotEqualTo(twin);
        twin.set("id", 1);
        assertThat(row).isEqualTo(twin).hasSameHashCodeAs(twin);
        assertThatThrownBy(() -> row.set("nonsense", 1)).hasMessageContaining("no field 'nonsense'");
    }

    @Test
    void namesInSnakeCase() {
        assertThat(List.of("pubDate", "nComments", "URLPath", "address1", "already_so", "x", "anHTTPServer"))
                .map(Paths::snakeCase)
                .containsExactly("pub_date", "n_comments", "url_path", "address1", "already_so", "x", "an_http_server");
    }

    private static Field field(Model model, String name) {
        Field field = model.field(name);
        assertThat(field).as(name).isNotNull();
        return field;
    }

    private static Object get(Model model, Object instance, String name) {
        return field(model, name).get(instance);
    }

    private static void set(Model model, Object instance, String name, Object value) {
        field(model, name).set(instance, value);
    }
}
