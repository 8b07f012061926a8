package io.djdbc.conformance.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.conformance.databases.DatabaseKit;
import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.TestDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An application on Hibernate whose entities have names that Oracle before 12.2 would refuse. */
@DisplayName("Oracle: Hibernate ORM with long names and ''")
@EachDatabase({"h2", "oracle"})
class HibernateLongNamesTest extends DatabaseKit {

    @Entity(name = "Supplier")
    @Table(name = "supplier_of_building_materials_and_tools")
    static class Supplier {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "suppliers")
        @SequenceGenerator(
                name = "suppliers",
                sequenceName = "supplier_of_building_materials_and_tools_sequence",
                allocationSize = 1)
        @Column(name = "identifier_of_the_supplier_of_materials")
        Long id;

        @Column(name = "name_of_the_supplier_as_it_is_printed", length = 60)
        String name;

        @Column(name = "remarks_of_the_buyer_on_the_supplier")
        String remarks;
    }

    @Entity(name = "Article")
    @Table(name = "article_of_a_supplier_of_building_materials")
    static class Article {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Column(name = "identifier_of_the_article_of_a_supplier")
        Long id;

        @ManyToOne(optional = false)
        @JoinColumn(name = "supplier_of_building_materials_identifier")
        Supplier supplier;

        @Column(name = "description_of_the_article_as_it_is_printed", length = 60)
        String description;
    }

    private final OracleMode oracle;

    HibernateLongNamesTest(TestDatabase database) {
        super(database);
        oracle = new OracleMode(database);
    }

    /** Hibernate's Oracle dialect asks Oracle's dictionary for sequences, which H2 keeps elsewhere. */
    @BeforeEach
    void makeDictionary() throws SQLException {
        if (!oracle.isOracle()) {
            oracle.prepare("CREATE VIEW all_sequences AS SELECT sequence_name, sequence_schema AS sequence_owner,"
                    + " minimum_value AS min_value, maximum_value AS max_value, increment AS increment_by"
                    + " FROM information_schema.sequences");
        }
    }

    @AfterEach
    void close() throws SQLException {
        oracle.close();
    }

    private Configuration configuration(String schemaAction) {
        return new Configuration()
                .addAnnotatedClass(Supplier.class)
                .addAnnotatedClass(Article.class)
                .setProperty("jakarta.persistence.jdbc.url", oracle.url())
                .setProperty("jakarta.persistence.jdbc.driver", "io.djdbc.driver.Driver")
                .setProperty(
                        "jakarta.persistence.jdbc.user", database.properties().getProperty("user", ""))
                .setProperty(
                        "jakarta.persistence.jdbc.password",
                        database.properties().getProperty("password", ""))
                .setProperty("hibernate.jdbc.batch_size", "10")
                .setProperty("hibernate.dialect", "org.hibernate.dialect.OracleDialect")
                .setProperty("hibernate.hbm2ddl.auto", schemaAction);
    }

    @Test
    @DisplayName("makes, validates, fills, reads and drops its schema")
    void works() throws SQLException {
        try (SessionFactory factory = configuration("create-only").buildSessionFactory()) {
            factory.inTransaction(session -> {
                for (int i = 0; i < 5; i++) {
                    Supplier supplier = new Supplier();
                    supplier.name = "supplier " + i;
                    supplier.remarks = i % 2 == 0 ? "" : "good";
                    session.persist(supplier);
                    Article article = new Article();
                    article.supplier = supplier;
                    article.description = i == 0 ? "" : "50% off " + i;
                    session.persist(article);
                }
            });
        }
        assertThat(longestName()).isLessThanOrEqualTo(30);
        try (SessionFactory factory = configuration("update").buildSessionFactory()) {
            factory.inTransaction(session -> {
                List<Supplier> without = session.createQuery(
                                "from Supplier where remarks = :remarks order by name", Supplier.class)
                        .setParameter("remarks", "")
                        .list();
                assertThat(without).extracting(s -> s.name).containsExactly("supplier 0", "supplier 2", "supplier 4");
                assertThat(without).extracting(s -> s.remarks).containsOnly("");
                List<String> names = session.createQuery(
                                "select a.supplier.name from Article a where a.description like :pattern escape '!'"
                                        + " and a.supplier.remarks <> :remarks order by a.id",
                                String.class)
                        .setParameter("pattern", "50!%%")
                        .setParameter("remarks", "")
                        .list();
                assertThat(names).containsExactly("supplier 1", "supplier 3");
                assertThat(session.createMutationQuery("update Supplier set remarks = '' where remarks = 'good'")
                                .executeUpdate())
                        .isEqualTo(2);
                assertThat(session.createQuery("select count(*) from Supplier where remarks = ''", Long.class)
                                .getSingleResult())
                        .isEqualTo(5);
            });
        }
        try (SessionFactory factory = configuration("drop").buildSessionFactory()) {
            assertThat(factory.isOpen()).isTrue();
        }
    }

    private int longestName() throws SQLException {
        int longest = 0;
        try (Connection bare = oracle.openBare();
                Statement statement = bare.createStatement();
                ResultSet rows = statement.executeQuery(
                        oracle.isOracle()
                                ? "SELECT MAX(LENGTH(object_name)) FROM user_objects WHERE object_name LIKE 'SUPPLIER%'"
                                : "SELECT MAX(LENGTH(table_name)) FROM information_schema.tables"
                                        + " WHERE table_schema = 'PUBLIC'")) {
            rows.next();
            longest = rows.getInt(1);
        }
        assertThat(longest).isPositive();
        return longest;
    }
}
