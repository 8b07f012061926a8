package io.djdbc.conformance.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.djdbc.conformance.databases.Golden;
import io.djdbc.conformance.golden.blog.Author;
import io.djdbc.conformance.golden.blog.Entry;
import io.djdbc.conformance.site.admin.LogEntry;
import io.djdbc.conformance.site.auth.Group;
import io.djdbc.conformance.site.auth.Permission;
import io.djdbc.conformance.site.auth.User;
import io.djdbc.conformance.site.contenttypes.ContentType;
import io.djdbc.query.Database;
import io.djdbc.query.Deletion;
import io.djdbc.query.IntegrityError;
import io.djdbc.query.model.Model;
import io.djdbc.query.model.Models;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that real Django made and filled is read with nothing but annotated classes. */
@DisplayName("django site")
class DjangoSiteTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path directory;

    private Database db;
    private Models models;

    @BeforeEach
    void open() throws IOException {
        models = DjangoSite.models();
        db = Database.builder()
                .database("default", "jdbc:djdbc:sqlite:" + DjangoSite.copyTo(directory), null, null)
                .models(models)
                .build();
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void everyObjectIsWhatDjangoReads() throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        for (JsonNode expected : Golden.read("django-site.json")) {
            Model model = model(expected.get("model").textValue());
            Object instance = db.objects(model.entityClass()).get("pk", key(expected.get("pk")));
            assertThat(text(DjangoJson.of(db, model, instance))).isEqualTo(text(expected));
            counts.merge(model.label(), 1, Integer::sum);
        }
        assertThat(counts).hasSizeGreaterThan(Golden.isOwn("django-site.json") ? 20 : 0);
        for (Model model : models.all()) {
            if (!model.isAutoCreated() && !model.isProxy()) {
                assertThat(db.objects(model.entityClass()).count())
                        .as(model.label())
                        .isEqualTo(counts.getOrDefault(model.label(), 0).longValue());
            }
        }
    }

    @Test
    void newUsersJoinGroups() throws SQLException {
        Group editors = db.objects(Group.class).get("name", "editors");
        long members = db.objects(User.class).filter("groups", editors).count();
        User ann = db.objects(User.class).create("username", "ann", "password", "!", "email", "ann@example.com");
        Group writers = db.objects(Group.class).create("name", "writers");
        db.related(ann, "groups").add(editors, writers);
        db.related(writers, "permissions")
                .set(db.objects(Permission.class)
                        .filter("content_type__app_label", "blog", "codename__startswith", "add_")
                        .toList());

        assertThat(strings("SELECT g.name FROM auth_user_groups ug JOIN auth_group g ON g.id = ug.group_id"
                        + " WHERE ug.user_id = " + ann.id + " ORDER BY g.name"))
                .containsExactly("editors", "writers");
        assertThat(strings("SELECT p.codename FROM auth_group_permissions gp JOIN auth_permission p"
                        + " ON p.id = gp.permission_id WHERE gp.group_id = " + writers.id))
                .isNotEmpty()
                .allMatch(codename -> codename.startsWith("add_"));
        assertThat(strings("SELECT is_active || is_staff || is_superuser || first_name FROM auth_user WHERE id = "
                        + ann.id))
                .containsExactly("100");
        assertThat(db.objects(User.class)
                        .filter("groups__permissions__content_type__model", "entry", "username", "ann")
                        .distinct()
                        .count())
                .isEqualTo(1);

        db.related(ann, "groups").add(editors);
        assertThat(db.objects(User.class).filter("groups", editors).count()).isEqualTo(members + 1);
        db.related(editors, "user_set").remove(ann);
        assertThat(db.objects(User.class).filter("groups", editors).count()).isEqualTo(members);
        assertThatThrownBy(() -> db.objects(User.class).create("username", "ann", "password", "!"))
                .isInstanceOf(IntegrityError.class);
    }

    @Test
    void deletingCascadesAsDjangoHasIt() throws SQLException {
        User alice = db.objects(User.class).get("username", "alice");
        ContentType entries = db.objects(ContentType.class).get("app_label", "blog", "model", "entry");
        LogEntry entry = db.objects(LogEntry.class)
                .create("user", alice, "content_type", entries, "object_repr", "What's up?", "action_flag", 2);
        Integer log = entry.id;

        Deletion ofEntries = db.delete(entries);
        assertThat(ofEntries.perModel())
                .containsEntry("contenttypes.ContentType", 1L)
                .containsKey("auth.Permission");
        assertThat(strings("SELECT COALESCE(content_type_id, 'none') FROM django_admin_log WHERE id = " + log))
                .containsExactly("none");

        Deletion ofAlice = db.delete(alice);
        assertThat(ofAlice.perModel()).containsEntry("auth.User", 1L).containsEntry("admin.LogEntry", 1L);
        assertThat(strings("SELECT username FROM auth_user WHERE username = 'alice'"))
                .isEmpty();
        assertThat(strings("PRAGMA foreign_key_check")).isEmpty();
        assertThat(strings("PRAGMA integrity_check")).containsExactly("ok");
    }

    @Test
    void entriesGetAuthors() throws SQLException {
        Entry entry = db.objects(Entry.class).get("pk", 1);
        Author ann = db.objects(Author.class).create("name", "Ann", "email", "ann@example.com");
        db.related(entry, "authors").add(ann);
        entry.headline = "Changed — здесь 🎉";
        db.save(entry);
        assertThat(strings("SELECT headline FROM blog_entry WHERE id = 1")).containsExactly("Changed — здесь 🎉");
        assertThat(strings("SELECT author_id FROM blog_entry_authors WHERE entry_id = 1 ORDER BY author_id"))
                .contains(String.valueOf(
                        db.objects(Author.class).get("name", "Ann").getId()));
    }

    /** By plain JDBC, beside the query builder. */
    private List<String> strings(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("django-site.sqlite3"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }

    private Model model(String label) {
        return models.all().stream()
                .filter(model -> model.label().toLowerCase(Locale.ROOT).equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no class for " + label));
    }

    private static Object key(JsonNode key) {
        return key.isNumber() ? (Object) key.longValue() : Objects.requireNonNull(key.textValue());
    }

    /** Both sides through one form, in which 1 is 1 whatever its Java class. */
    private static String text(JsonNode node) throws IOException {
        return MAPPER.readTree(node.toString()).toPrettyString();
    }
}
