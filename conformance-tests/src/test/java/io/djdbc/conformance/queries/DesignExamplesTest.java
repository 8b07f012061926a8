package io.djdbc.conformance.queries;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.query.Database;
import io.djdbc.query.PersistentObject;
import io.djdbc.query.Q;
import io.djdbc.query.RelatedSet;
import io.djdbc.query.annotation.ModelOptions;
import io.djdbc.query.expression.F;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the design, as they stand there, with classes that have the optional base and related sets. */
@DisplayName("design's examples")
class DesignExamplesTest {

    /** A model. */
    @Entity
    @ModelOptions(app = "blog")
    public static class Blog extends PersistentObject {
        @Id
        @GeneratedValue
        public Long id;

        public String name = "";
        public String tagline = "";
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
        public String bodyText = "";
        public LocalDate pubDate;
        public LocalDate modDate;
        public int numberOfComments;
        public int numberOfPingbacks;
        public int rating = 5;

        @ManyToMany
        public RelatedSet<Author> authors;
    }

    @TempDir
    Path directory;

    @Test
    void runAsTheyStand() throws Exception {
        Path file = directory.resolve("blog.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Dataset dataset = new Dataset("blog", "sqlite");
            dataset.create(connection);
            dataset.load(connection);
        }
        try (Database db = Database.open("jdbc:djdbc:sqlite:" + file)) {
            var entries = db.objects(Entry.class);
            List<Entry> recent = entries.filter("headline__startswith", "What")
                    .exclude("pub_date__gte", LocalDate.now())
                    .orderBy("-pub_date").slice(0, 5).toList();
            assertThat(recent).hasSize(2);
            assertThat(entries.filter(Q.of("headline__startswith", "Who").or(Q.not("pub_date__year", 2005))).count())
                    .isEqualTo(15);
            assertThat(entries.filter("n_comments__gt".replace("n_", "number_of_"), F.of("number_of_pingbacks").times(2))
                            .update("rating", F.of("rating").plus(1)))
                    .isPositive();
            Blog beatles = db.objects(Blog.class).get("name__iexact", "beatles blog");
            assertThat(beatles.id).isEqualTo(1);
            Entry entry = entries.get("pk", 8);
            Author john = db.objects(Author.class).get("name", "John");
            Author paul = db.objects(Author.class).get("name", "Paul");
            db.related(entry, "authors").add(john, paul);
            entry.authors.add(john, paul); // the same, where the field is declared as RelatedSet<Author>
            assertThat(entry.authors.all().toList()).contains(john, paul);
            db.atomic(() -> {
                entry.headline = "saved by itself";
                entry.save();
            });
            assertThat(entries.get("pk", 8)).isEqualTo(entry);
            assertThat(entry.delete().total()).isPositive();
        }
    }
}
