package io.djdbc.conformance.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.djdbc.query.DataError;
import io.djdbc.query.Database;
import io.djdbc.query.FieldError;
import io.djdbc.query.IntegrityError;
import io.djdbc.query.Manager;
import io.djdbc.query.NotSupportedError;
import io.djdbc.query.Prefetch;
import io.djdbc.query.Q;
import io.djdbc.query.RowIterator;
import io.djdbc.query.SaveOptions;
import io.djdbc.query.expression.Aggregate;
import io.djdbc.query.expression.F;
import io.djdbc.query.expression.OuterRef;
import io.djdbc.query.model.FieldOptions;
import io.djdbc.query.model.FieldType;
import io.djdbc.query.model.ModelOptions;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a query may be asked, where it runs, and which numbers it may give, on databases without the driver. */
@DisplayName("odd questions")
class QueryMendsTest {

    @Entity
    @ModelOptions(app = "odd")
    static class Blog {
        @Id
        @GeneratedValue
        Long id;

        String name = "";

        @Override
        public String toString() {
            return name;
        }
    }

    @Entity
    @ModelOptions(app = "odd")
    static class Author {
        @Id
        @GeneratedValue
        Long id;

        String name = "";
    }

    @Entity
    @Table(name = "odd_entry")
    @ModelOptions(app = "odd")
    static class Entry {
        @Id
        @GeneratedValue
        Long id;

        @ManyToOne
        Blog blog;

        @ManyToMany
        Set<Author> authors;

        int number;
        short small;
        float real;
        Instant at;
        LocalDate day;

        @FieldOptions(type = FieldType.JSON)
        Object document;
    }

    /** The numbers as large as the column has them. */
    @Entity
    @Table(name = "odd_entry")
    @ModelOptions(app = "odd", managed = false)
    static class Wide {
        @Id
        @GeneratedValue
        Long id;

        long number;
        long small;
        double real;
    }

    private static final Class<?>[] ENTITIES = {Blog.class, Author.class, Entry.class};

    private PlainDatabase database = new PlainDatabase("sqlite");

    @AfterEach
    void close() {
        database.close();
    }

    private Database open(String vendor) {
        database.close();
        database = new PlainDatabase(vendor);
        return database.open(ENTITIES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2"})
    void aSumIsLargerThanWhatItSums(String vendor) {
        Database db = open(vendor);
        Manager<Entry> entries = db.objects(Entry.class);
        Blog blog = db.objects(Blog.class).create("name", "b");
        for (int i = 0; i < 4; i++) {
            entries.create("number", Integer.MAX_VALUE, "small", 30_000, "blog", blog);
        }
        assertThat(entries.aggregate(Aggregate.sum("number"))).isEqualTo(8_589_934_588L);
        assertThat(entries.aggregate(Aggregate.sum("small"))).isEqualTo(120_000L);
        assertThat(db.objects(Blog.class)
                        .annotate("s", Aggregate.sum("entry__number"))
                        .flat("s")
                        .toList())
                .isEqualTo(List.of(8_589_934_588L));
    }

    @Test
    void sqlitesNumbersAreNotCut() {
        Database db = open("sqlite");
        Entry entry = db.objects(Entry.class).create("number", 1);
        Manager<Wide> wide = database.again(Wide.class).objects(Wide.class);
        wide.update("small", 70_000);
        assertThatThrownBy(() -> db.objects(Entry.class).first())
                .isInstanceOf(DataError.class)
                .hasMessageContaining("small")
                .hasMessageContaining("70000");
        wide.update("small", 1, "number", 5_000_000_000L);
        assertThatThrownBy(() -> db.objects(Entry.class).flat("number").toList())
                .isInstanceOf(DataError.class)
                .hasMessageContaining("5000000000");
        wide.update("number", 1, "real", 1e300);
        assertThatThrownBy(() -> db.objects(Entry.class).get("id", entry.id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("real");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2"})
    void aYearThatNoDateHasIsRefused(String vendor) {
        Manager<Entry> entries = open(vendor).objects(Entry.class);
        entries.create("day", LocalDate.of(2020, 5, 5));
        assertThat(entries.filter("day__year", 2020L).count()).isEqualTo(1);
        assertThat(entries.filter("day__year__lte", 9999).count()).isEqualTo(1);
        for (long year : new long[] {2020L + (1L << 32), 99_999_999_999L, 10_000, 0}) {
            assertThatThrownBy(() -> entries.filter("day__year", year).count())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("year " + year + " is out of range");
            assertThatThrownBy(() -> entries.filter("day__year__gt", year).count())
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aRelationIsAskedForItsKeyOnly() {
        Database db = open("sqlite");
        Manager<Entry> entries = db.objects(Entry.class);
        Blog blog = db.objects(Blog.class).create("name", "b");
        entries.create("blog", blog);
        for (String path : List.of(
                "blog__contains",
                "blog__startswith",
                "blog__iexact",
                "blog__range",
                "blog__regex",
                "authors__contains")) {
            assertThatThrownBy(() -> entries.filter(path, "1"))
                    .isInstanceOf(FieldError.class)
                    .hasMessageContaining("Unsupported lookup '" + path.split("__")[1] + "'")
                    .hasMessageContaining("or join on the field not permitted");
        }
        assertThatThrownBy(() -> db.objects(Blog.class).filter("entry__regex", "1"))
                .isInstanceOf(FieldError.class);
        for (String path :
                List.of("blog", "blog__exact", "blog__gte", "blog__lte", "blog_id", "blog__pk", "blog__id")) {
            assertThat(entries.filter(path, blog.id).count()).as(path).isEqualTo(1);
        }
        assertThat(entries.filter("blog__in", List.of(blog)).count()).isEqualTo(1);
        assertThat(entries.filter("blog__isnull", true).count()).isZero();
        assertThat(entries.filter("blog__name__contains", "b").count()).isEqualTo(1);
        assertThat(entries.filter("blog__id__range", List.of(1, 9)).count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2"})
    void nothingCrossesDatabases(String vendor) {
        database.close();
        database = new PlainDatabase(vendor);
        Database db = database.openTwo(ENTITIES);
        Database other = db.using("other");
        Blog here = db.objects(Blog.class).create("name", "here");
        Blog there = other.objects(Blog.class).create("name", "there");
        Entry entry = db.objects(Entry.class).create("number", 1);

        there.name = "changed there";
        db.save(there);
        assertThat(db.objects(Blog.class).flat("name").toList()).isEqualTo(List.of("here"));
        assertThat(other.objects(Blog.class).flat("name").toList()).isEqualTo(List.of("changed there"));

        entry.blog = there;
        assertThatThrownBy(() -> db.save(entry))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("other");
        assertThatThrownBy(() -> db.related(there, "entry_set").add(entry))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("other");
        entry.blog = here;
        db.save(entry);
        Author author = other.objects(Author.class).create("name", "a");
        assertThatThrownBy(() -> db.related(entry, "authors").add(author))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("other");
        Entry fresh = new Entry();
        fresh.blog = there;
        db.save(fresh);
        assertThat(other.objects(Entry.class).count()).isEqualTo(1);
        assertThat(db.objects(Entry.class).count()).isEqualTo(1);

        assertThatThrownBy(() -> db.objects(Blog.class)
                        .using("default")
                        .filter("id__in", db.objects(Entry.class).using("other").values("blog"))
                        .count())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Subqueries aren't allowed across different databases");
        assertThat(db.objects(Blog.class)
                        .filter("id__in", db.objects(Entry.class).values("blog"))
                        .count())
                .isEqualTo(1);

        db.delete(there);
        assertThat(db.objects(Blog.class).count()).isEqualTo(1);
        assertThat(other.objects(Blog.class).count()).isZero();
        db.save(here, SaveOptions.DEFAULT.using("other"));
        assertThat(other.objects(Blog.class).flat("name").toList()).isEqualTo(List.of("here"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2"})
    void rowsComeAtRandomAndMayBeWrittenMeanwhile(String vendor) {
        Manager<Entry> entries = open(vendor).objects(Entry.class);
        for (int i = 0; i < 5; i++) {
            entries.create("number", i);
        }
        assertThat(entries.orderBy("?").toList()).hasSize(5);
        try (RowIterator<Entry> rows = entries.orderBy("id").iterate(1)) {
            while (rows.hasNext()) {
                entries.filter("id", rows.next().id).update("number", 7);
            }
        }
        assertThat(entries.filter("number", 7).count()).isEqualTo(5);
    }

    @Test
    void foreignKeysAreChecked() {
        Database db = open("sqlite");
        Entry entry = db.objects(Entry.class).create("number", 1);
        assertThatThrownBy(() -> db.atomic(() -> {
                    db.related(entry, "authors").add(9999);
                }))
                .isInstanceOf(IntegrityError.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2"})
    void daysAreThoseOfTheZone(String vendor) {
        Database db = open(vendor);
        db.objects(Entry.class).create("at", Instant.parse("2024-03-30T23:30:00Z"));
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Manager<Entry> entries = db.inZone(berlin).objects(Entry.class);
        OffsetDateTime midnight = OffsetDateTime.parse("2024-03-31T00:00:00+01:00");
        assertThat(entries.datetimes("at", "day").toList()).isEqualTo(List.of(midnight));
        assertThat(entries.datetimes("at", "hour").toList()).isEqualTo(List.of(midnight));
        assertThat(entries.dates("at", "day").toList()).isEqualTo(List.of(LocalDate.of(2024, 3, 31)));
        assertThat(entries.filter("at__date", LocalDate.of(2024, 3, 31)).count())
                .isEqualTo(1);
        assertThat(entries.filter("at__date", LocalDate.of(2024, 3, 30)).count())
                .isZero();
        assertThat(entries.filter("at__time", java.time.LocalTime.of(0, 30)).count())
                .isEqualTo(1);
        assertThat(entries.filter("at__day", 31).count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2"})
    void oneOfTwoConditionsAndUnions(String vendor) {
        Manager<Entry> entries = open(vendor).objects(Entry.class);
        entries.create("number", 1, "small", 1);
        entries.create("number", 1, "small", 2);
        entries.create("number", 2, "small", 1);
        assertThat(entries.filter(Q.of("number", 1).xor(Q.of("small", 1))).count())
                .isEqualTo(2);
        assertThat(entries.filter("number", 1).xor(entries.filter("small", 1)).count())
                .isEqualTo(2);
        assertThat(entries.filter("number", 1)
                        .union(entries.filter("number", 2))
                        .exists())
                .isTrue();
        assertThat(entries.filter("number", 8)
                        .union(entries.filter("number", 9))
                        .exists())
                .isFalse();
    }

    @Test
    void h2DoesNotLookIntoDocuments() {
        Manager<Entry> entries = open("h2").objects(Entry.class);
        for (String path : List.of("document__a", "document__contains", "document__has_key", "document__a__isnull")) {
            Object value = path.endsWith("isnull") ? (Object) true : "a";
            assertThatThrownBy(() -> entries.filter(path, value).count())
                    .as(path)
                    .isInstanceOf(NotSupportedError.class)
                    .hasMessageContaining("JSON");
        }
    }

    @Test
    void errorsSayWhatDjangosSay() {
        Database db = open("sqlite");
        Manager<Entry> entries = db.objects(Entry.class);
        Entry entry = entries.create("number", 1);
        assertThatThrownBy(() -> entries.filter("number", OuterRef.of("number")).toList())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("This queryset contains a reference to an outer query and may only be used in a subquery.");
        assertThatThrownBy(() -> Prefetch.of("entry_set", entries.values("id")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Prefetch querysets cannot use raw(), values(), and values_list().");
        assertThatThrownBy(() -> Prefetch.of("entry_set", entries.raw("SELECT * FROM odd_entry")))
                .isInstanceOf(IllegalArgumentException.class);
        Author author = db.objects(Author.class).create("name", "a");
        assertThatThrownBy(() -> entries.update("blog", author))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be a \"Blog\" instance");
        assertThatThrownBy(() -> db.atomic(() -> {
                    db.transaction().rollbackTo("x");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no savepoint x");
        Object[] keys = {entry.id};
        var found = entries.filter("id__in", (Object) keys);
        keys[0] = -1L;
        assertThat(found.count()).isEqualTo(1);
        assertThat(entries.update("number", F.of("number").plus(1))).isEqualTo(1);
    }
}
