package io.djdbc.conformance.queries;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.query.Database;
import io.djdbc.query.PersistentObject;
import io.djdbc.query.Q;
import io.djdbc.query.RelatedSet;
import io.djdbc.query.expression.F;
import io.djdbc.query.model.ModelOptions;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.metamodel.SetAttribute;
import jakarta.persistence.metamodel.SingularAttribute;
import jakarta.persistence.metamodel.StaticMetamodel;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the design, as they stand there, with classes that have the optional base and related sets. */
@DisplayName("examples of the design")
class DesignExamplesTest {

    /** A model. */
    @Entity
    @ModelOptions(app = "blog")
    public static class Blog extends PersistentObject {
        @Id
        @GeneratedValue
        public Long id;

        public String name = "";

        @Lob
        public String tagline = "";

        @OneToMany(mappedBy = "blog")
        public RelatedSet<Entry> entries;
    }

    /** A model. */
    @Entity
    @ModelOptions(app = "blog")
    public static class Author extends PersistentObject {
        @Id
        @GeneratedValue
        public Long id;

        public String name = "";
        public String email = "";
    }

    /** A model. */
    @Entity
    @ModelOptions(app = "blog")
    public static class Entry extends PersistentObject {
        @Id
        @GeneratedValue
        public Long id;

        @ManyToOne(optional = false)
        public Blog blog;

        public String headline = "";

        @Lob
        public String bodyText = "";

        public LocalDate pubDate;
        public LocalDate modDate;

        @Column(name = "number_of_comments")
        public int nComments;

        @Column(name = "number_of_pingbacks")
        public int nPingbacks;

        public int rating = 5;

        @ManyToMany
        public RelatedSet<Author> authors;
    }

    /** As a generator of JPA's static metamodel writes it. */
    @StaticMetamodel(Entry.class)
    public abstract static class Entry_ {
        public static volatile SingularAttribute<Entry, String> headline;
        public static volatile SingularAttribute<Entry, LocalDate> pubDate;
        public static volatile SingularAttribute<Entry, Integer> rating;
        public static volatile SingularAttribute<Entry, Blog> blog;
        public static volatile SetAttribute<Entry, Author> authors;
    }

    @TempDir
    Path directory;

    private Database db;

    @BeforeEach
    void fill() throws Exception {
        Path file = directory.resolve("blog.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Dataset dataset = new Dataset("blog", "sqlite");
            dataset.create(connection);
            dataset.load(connection);
        }
        db = Database.open("jdbc:djdbc:sqlite:" + file);
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void runAsTheyStand() {
        var entries = db.objects(Entry.class);
        List<Entry> recent = entries.filter("headline__startswith", "What")
                .exclude("pub_date__gte", LocalDate.now())
                .orderBy("-pub_date")
                .slice(0, 5)
                .toList();
        assertThat(recent).extracting(entry -> entry.headline).allMatch(headline -> headline.startsWith("What"));
        assertThat(recent).isNotEmpty();

        assertThat(entries.filter(Q.of("headline__startswith", "Who").or(Q.not("pub_date__year", 2005))))
                .isNotEmpty()
                .allMatch(entry -> entry.headline.startsWith("Who") || entry.pubDate.getYear() != 2005);

        List<Integer> before = ratings();
        long changed = entries.filter("n_comments__gt", F.of("n_pingbacks").times(2))
                .update("rating", F.of("rating").plus(1));
        assertThat(changed).isPositive();
        assertThat(sum(ratings())).isEqualTo(sum(before) + changed);

        Blog beatles = db.objects(Blog.class).get("name__iexact", "beatles blog");
        assertThat(beatles.name).isEqualTo("Beatles Blog");

        Entry entry = entries.get("pk", 8);
        Author john = db.objects(Author.class).get("name", "John");
        Author paul = db.objects(Author.class).get("name", "Paul");
        db.related(entry, "authors").clear();
        db.related(entry, "authors").add(john, paul);
        assertThat(db.related(entry, "authors").all()).containsExactlyInAnyOrder(john, paul);
        db.related(entry, "authors").clear();
        entry.authors.add(john, paul); // the same, where the field is declared as RelatedSet<Author>
        assertThat(entry.authors.all()).containsExactlyInAnyOrder(john, paul);

        db.atomic(() -> {
            entry.headline = "saved by itself";
            entry.save();
        });
        assertThat(entries.get("pk", 8).headline).isEqualTo("saved by itself");
    }

    private List<Integer> ratings() {
        return db.objects(Entry.class).<Integer>flat("rating").toList();
    }

    private static long sum(List<Integer> numbers) {
        return numbers.stream().mapToLong(Integer::longValue).sum();
    }

    @Test
    void newInstancesHaveTheirSetsOnceTheyAreSaved() {
        Blog blog = new Blog();
        blog.name = "new";
        db.save(blog);
        assertThat(blog.entries.count()).isZero();
        Entry entry = blog.entries.create(
                "headline", "first", "pub_date", LocalDate.of(2020, 1, 1), "mod_date", LocalDate.of(2020, 1, 2));
        assertThat(blog.entries.get().headline).isEqualTo("first");
        assertThat(entry.authors.exists()).isFalse();
        assertThat(entry.blog).isSameAs(blog);
        assertThat(blog.entries.filter("headline__iexact", "FIRST")).containsExactly(entry);
    }

    @Test
    void objectsReadAheadAreInTheSet() {
        for (Entry entry : db.objects(Entry.class).prefetchRelated("authors").orderBy("pk")) {
            assertThat(entry.authors.all().isEvaluated()).isTrue();
        }
    }

    @Test
    void attributesOfTheStaticMetamodelArePaths() {
        db.register(Blog.class, Author.class, Entry.class);
        var entries = db.objects(Entry.class);
        Entry one = entries.get(Entry_.headline, "What's up?");
        assertThat(entries.filter(Entry_.headline, "What's up?")).containsExactly(one);
        assertThat(entries.exclude(Entry_.headline, "What's up?").count()).isEqualTo(entries.count() - 1);
        assertThat(entries.filter(Q.of(Entry_.blog, one.blog).and(Q.not(Entry_.rating, 77)))
                        .count())
                .isEqualTo(entries.filter("blog", one.blog).count());
        assertThat(entries.orderBy(Entry_.pubDate, Entry_.headline).toList())
                .isEqualTo(entries.orderBy("pub_date", "headline").toList());
        assertThat(entries.values(Entry_.headline, Entry_.rating).orderBy("pk").toList())
                .isEqualTo(entries.values("headline", "rating").orderBy("pk").toList());
        assertThat(entries.selectRelated(Entry_.blog).get("pk", 1).blog).isNotNull();
        assertThat(entries.only(Entry_.headline).get("pk", one.id).headline).isEqualTo(one.headline);
        assertThat(entries.prefetchRelated(Entry_.authors)
                        .get("pk", 1)
                        .authors
                        .all()
                        .isEvaluated())
                .isTrue();
        assertThat(entries.latest(Entry_.pubDate)).isEqualTo(entries.latest("pub_date"));
        assertThat(entries.dates(Entry_.pubDate, "year").toList())
                .isEqualTo(entries.dates("pub_date", "year").toList());
        assertThat(entries.filter(Entry_.headline, "What's up?")
                        .update(Entry_.rating, F.of(Entry_.rating).plus(1)))
                .isEqualTo(1);
        assertThat(db.<Author>related(one, Entry_.authors).count()).isEqualTo(one.authors.count());
    }
}
