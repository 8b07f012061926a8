package io.djdbc.conformance.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.djdbc.conformance.databases.DatabaseKit;
import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.TestDatabase;
import io.djdbc.driver.LookupSyntaxException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** LIKE and lookups in what frameworks send. */
@DisplayName("LIKE and lookups: frameworks above")
@EachDatabase({"postgresql", "mariadb", "mysql", "h2"})
class FrameworksAboveTest extends DatabaseKit {

    @Entity(name = "Entry")
    @Table(name = "framework_entry")
    static class Entry {
        @Id
        Long id;

        @Column(length = 100)
        String headline;
    }

    private Connection connection;

    FrameworksAboveTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void store() throws SQLException {
        connection = database.openDjdbc();
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS framework_entry");
            statement.execute("CREATE TABLE framework_entry (id BIGINT NOT NULL PRIMARY KEY, headline VARCHAR(100))");
        }
        try (var insert = connection.prepareStatement("INSERT INTO framework_entry VALUES (?, ?)")) {
            List<String> headlines = List.of("Up by 50%", "All 500 of them", "c:\\dir", "c:dir", "a_b", "axb");
            for (int i = 0; i < headlines.size(); i++) {
                insert.setLong(1, i + 1);
                insert.setString(2, headlines.get(i));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @AfterEach
    void drop() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE framework_entry");
        }
        connection.close();
    }

    @Test
    void springsNamedParametersAreValuesOfLookups() {
        JdbcClient client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        assertThat(client.sql("SELECT id FROM framework_entry WHERE {icontains headline, :part } ORDER BY id")
                        .param("part", "BY 50%")
                        .query(Long.class)
                        .list())
                .containsExactly(1L);
        assertThat(client.sql("SELECT id FROM framework_entry WHERE {contains headline, :a } OR {iexact headline, :b }"
                                + " OR headline LIKE :c ORDER BY id")
                        .params(Map.of("a", "50%", "b", "A_B", "c", "c:\\dir"))
                        .query(Long.class)
                        .list())
                .containsExactly(1L, 4L, 5L);
        assertThat(client.sql("SELECT id FROM framework_entry WHERE {endswith headline, ?}")
                        .param("b")
                        .query(Long.class)
                        .list())
                .containsExactlyInAnyOrder(5L, 6L);
    }

    /** Spring makes of SQLState 42601 what it makes of any syntax error. */
    @Test
    void springTranslatesAMistake() {
        JdbcClient client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        assertThatExceptionOfType(BadSqlGrammarException.class)
                .isThrownBy(() -> client.sql("SELECT id FROM framework_entry WHERE {icontains headline}")
                        .query(Long.class)
                        .list())
                .havingCause()
                .isInstanceOf(LookupSyntaxException.class);
    }

    @Test
    void hibernatesLikeAndEscapeFindWhatTheyNameEverywhere() {
        Configuration configuration = new Configuration()
                .addAnnotatedClass(Entry.class)
                .setProperty("jakarta.persistence.jdbc.url", database.djdbcUrl())
                .setProperty("jakarta.persistence.jdbc.driver", "io.djdbc.driver.Driver");
        if (database.user() != null) {
            configuration
                    .setProperty("jakarta.persistence.jdbc.user", database.user())
                    .setProperty("jakarta.persistence.jdbc.password", database.password());
        }
        try (SessionFactory factory = configuration.buildSessionFactory()) {
            assertThat(ids(factory, "headline like :p escape '!'", "%50!%")).containsExactly(1L);
            assertThat(ids(factory, "headline like :p escape '\\'", "a\\_b")).containsExactly(5L);
            // JPA's LIKE has no escape character unless it names one: Hibernate says so to the database
            assertThat(ids(factory, "headline like :p", "c:\\dir")).containsExactly(3L);
            assertThat(ids(factory, "headline like concat('c', :p, '%')", ":\\"))
                    .containsExactly(3L);
            assertThat(ids(factory, "headline ilike :p escape '!'", "A!_B")).containsExactly(5L);
            assertThat(ids(factory, "headline not like :p", "%:dir")).containsExactly(1L, 2L, 3L, 5L, 6L);
        }
    }

    private static List<Long> ids(SessionFactory factory, String condition, String pattern) {
        return factory.fromTransaction(session -> session.createSelectionQuery(
                        "select e.id from Entry e where e." + condition + " order by e.id", Long.class)
                .setParameter("p", pattern)
                .list());
    }

    /** As jOOQ and others write it for PostgreSQL. */
    @Test
    void castsAndJsonOperatorsPassUntouched() throws SQLException {
        if (!database.is("postgresql")) {
            return;
        }
        String sql = "select \"e\".\"id\", cast(? as jsonb) -> 'tags' ->> 0, '{\"a\": 1}'::jsonb @> cast(? as jsonb),"
                + " '{\"b\": 2}'::jsonb ?? 'b', '{\"b\": 2}'::jsonb ??| array['a', 'b'],"
                + " '{\"c\": {\"d\": 3}}'::jsonb #>> '{c,d}', 'x{y}' || \"e\".\"headline\""
                + " from \"framework_entry\" as \"e\" where (\"e\".\"id\" = any (?) and \"e\".\"headline\" like ?"
                + " and \"e\".\"headline\" ~ 'b$' and cast(\"e\".\"headline\" as varchar) ilike all (array['%A%', '%B%']))"
                + " order by \"e\".\"id\" asc nulls last offset ? rows fetch next ? rows only";
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, "{\"tags\": [\"x\"]}");
            select.setString(2, "{\"a\": 1}");
            select.setArray(3, connection.createArrayOf("bigint", new Object[] {5L, 6L}));
            select.setString(4, "a%");
            select.setLong(5, 0);
            select.setLong(6, 1);
            try (var rows = select.executeQuery()) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getLong(1)).isEqualTo(5);
                assertThat(rows.getString(2)).isEqualTo("x");
                assertThat(rows.getBoolean(3)).isTrue();
                assertThat(rows.getBoolean(4)).isTrue();
                assertThat(rows.getBoolean(5)).isTrue();
                assertThat(rows.getString(6)).isEqualTo("3");
                assertThat(rows.getString(7)).isEqualTo("x{y}a_b");
                assertThat(rows.next()).isFalse();
            }
        }
    }
}
