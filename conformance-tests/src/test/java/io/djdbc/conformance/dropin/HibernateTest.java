package io.djdbc.conformance.dropin;

import io.djdbc.conformance.databases.TestDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.DisplayName;

/** A library on Hibernate ORM, which makes the schema in one run of the application and validates it in the next. */
@DisplayName("drop-in: Hibernate ORM")
class HibernateTest extends DropIn {

    @Entity(name = "Author")
    @Table(name = "dropin_author")
    static class Author {
        @Id
        @GeneratedValue
        Long id;

        @Column(nullable = false, unique = true, length = 60)
        String name;

        @Version
        int version;

        @OneToMany(mappedBy = "author")
        List<Book> books = new ArrayList<>();
    }

    @Entity(name = "Book")
    @Table(name = "dropin_book")
    static class Book {
        @Id
        @GeneratedValue
        UUID id;

        @ManyToOne(optional = false)
        Author author;

        @Column(length = 100)
        String title;

        @Column(precision = 8, scale = 2)
        BigDecimal price;

        LocalDateTime printed;

        Instant sold;

        @Lob
        byte[] cover;

        boolean lent;
    }

    HibernateTest(TestDatabase database) {
        super(database);
    }

    private static Configuration configuration(Access access, String schemaAction) {
        return new Configuration()
                .addAnnotatedClass(Author.class)
                .addAnnotatedClass(Book.class)
                .setProperty("jakarta.persistence.jdbc.url", access.url())
                .setProperty("jakarta.persistence.jdbc.driver", access.driverClassName())
                .setProperty("jakarta.persistence.jdbc.user", access.user())
                .setProperty("jakarta.persistence.jdbc.password", access.password())
                .setProperty("hibernate.jdbc.batch_size", "10")
                .setProperty("hibernate.hbm2ddl.auto", schemaAction);
    }

    @Override
    List<String> run(Access access) {
        List<String> outcome = new ArrayList<>();
        try (SessionFactory factory = configuration(access, "create").buildSessionFactory()) {
            outcome.add("dialect "
                    + factory.unwrap(SessionFactoryImplementor.class)
                            .getJdbcServices()
                            .getDialect());
            store(factory);
        }
        try (SessionFactory factory = configuration(access, "validate").buildSessionFactory()) {
            outcome.add("validated");
            read(factory, outcome);
            conflict(factory, outcome);
        }
        try (SessionFactory factory = configuration(access, "drop").buildSessionFactory()) {
            outcome.add("dropped " + factory.isOpen());
        }
        try (SessionFactory factory = configuration(access, "validate").buildSessionFactory()) {
            outcome.add("validated without tables " + factory.isOpen());
        } catch (RuntimeException e) {
            outcome.add("not valid: " + e.getMessage());
        }
        return outcome;
    }

    private static void store(SessionFactory factory) {
        factory.inTransaction(session -> {
            for (int i = 0; i < 12; i++) {
                Author author = new Author();
                author.name = "author " + i;
                session.persist(author);
                Book book = new Book();
                book.author = author;
                book.title = "book " + i;
                book.price = new BigDecimal(i + ".50");
                book.printed = LocalDateTime.of(2024, 2, 29, 12, 34, 56, i * 1_000_000);
                book.sold = Instant.ofEpochMilli(1_700_000_000_000L + i);
                book.cover = new byte[] {1, 2, (byte) i};
                book.lent = i % 2 == 0;
                session.persist(book);
            }
        });
    }

    private static void read(SessionFactory factory, List<String> outcome) {
        factory.inTransaction(session -> {
            for (Book book : session.createSelectionQuery(
                            "from Book b join fetch b.author where b.price > 5 order by b.title", Book.class)
                    .setMaxResults(5)
                    .list()) {
                outcome.add(book.title + " by " + book.author.name + " for " + book.price + ", " + book.printed + ", "
                        + book.sold + ", " + book.cover.length + ", " + book.lent);
            }
            outcome.add("sum "
                    + session.createSelectionQuery("select sum(price) from Book where lent", BigDecimal.class)
                            .getSingleResult());
            outcome.add("raised "
                    + session.createMutationQuery("update Book set price = price + 1 where lent")
                            .executeUpdate());
            session.doWork(connection ->
                    outcome.add("product " + connection.getMetaData().getDatabaseProductName()));
        });
    }

    private static void conflict(SessionFactory factory, List<String> outcome) {
        String first = "from Author where name = 'author 0'";
        try {
            factory.inTransaction(session -> {
                Author author =
                        session.createSelectionQuery(first, Author.class).getSingleResult();
                factory.inTransaction(
                        other -> other.createSelectionQuery(first, Author.class).getSingleResult().name = "faster");
                author.name = "slower";
            });
            outcome.add("no conflict");
        } catch (OptimisticLockException e) {
            outcome.add("conflict");
        }
        try {
            factory.inTransaction(session -> {
                Author twin = new Author();
                twin.name = "author 1";
                session.persist(twin);
            });
            outcome.add("no duplicate");
        } catch (RuntimeException e) {
            outcome.add("duplicate: " + e.getClass().getName());
        }
    }
}
