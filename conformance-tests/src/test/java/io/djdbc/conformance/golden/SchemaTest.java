package io.djdbc.conformance.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.TestDatabase;
import io.djdbc.conformance.golden.blog.Author;
import io.djdbc.conformance.golden.blog.Blog;
import io.djdbc.conformance.golden.blog.Dog;
import io.djdbc.conformance.golden.blog.Entry;
import io.djdbc.query.Database;
import io.djdbc.query.DatabaseError;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables made through the façade are there, serve, are not made twice, and go. */
@EachDatabase({"sqlite", "h2", "postgresql", "mariadb", "mysql"})
@DisplayName("schema of a database")
class SchemaTest {

    private final TestDatabase database;

    @TempDir
    Path directory;

    SchemaTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void tablesAreMadeUsedAndDropped() throws SQLException {
        try (OwnSchema place = new OwnSchema(database);
                Database db = open(place)) {
            db.schema().create(Blog.class, Author.class, Entry.class);
            Blog blog = db.objects(Blog.class).create("name", "Beatles Blog", "tagline", "");
            Entry entry = db.objects(Entry.class)
                    .create(
                            "blog",
                            blog,
                            "headline",
                            "What's up?",
                            "body_text",
                            "",
                            "pub_date",
                            LocalDate.of(2006, 1, 1));
            Author john = db.objects(Author.class).create("name", "John", "email", "");
            db.related(entry, "authors").add(john);
            assertThat(db.objects(Entry.class)
                            .filter("authors__name", "John", "blog__name__contains", "Beat")
                            .count())
                    .isEqualTo(1);

            // the second table of these is there already
            assertThatThrownBy(() -> db.schema().create(Dog.class, Blog.class)).isInstanceOf(DatabaseError.class);
            boolean allOrNothing = !database.is("mariadb", "mysql", "h2");
            if (allOrNothing) {
                db.schema().create(Dog.class);
            }
            db.schema().drop(Blog.class, Author.class, Entry.class);
            assertThatThrownBy(() -> db.objects(Blog.class).count()).isInstanceOf(DatabaseError.class);
        }
    }

    private Database open(OwnSchema place) {
        return Database.of(new OpenedSource(() -> {
            Connection connection = database.is("sqlite")
                    ? DriverManager.getConnection("jdbc:djdbc:sqlite:" + directory.resolve("own.sqlite3"))
                    : database.openDjdbc();
            place.use(connection);
            return connection;
        }));
    }
}
