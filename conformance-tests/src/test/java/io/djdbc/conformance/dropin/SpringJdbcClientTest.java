package io.djdbc.conformance.dropin;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.djdbc.conformance.databases.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** An order desk on HikariCP and Spring's JdbcClient. */
@DisplayName("drop-in: HikariCP and Spring JdbcClient")
class SpringJdbcClientTest extends DropIn {

    record Order(long id, String customer, BigDecimal total, LocalDate placed) {}

    SpringJdbcClientTest(TestDatabase database) {
        super(database);
    }

    @Override
    List<String> run(Access access) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(access.url());
        config.setDriverClassName(access.driverClassName());
        config.setUsername(access.user());
        config.setPassword(access.password());
        config.setMaximumPoolSize(3);
        List<String> outcome = new ArrayList<>();
        try (HikariDataSource pool = new HikariDataSource(config)) {
            JdbcClient client = JdbcClient.create(pool);
            client.sql("DROP TABLE IF EXISTS dropin_order").update();
            String id = database.is("postgresql") ? "BIGSERIAL PRIMARY KEY" : "BIGINT AUTO_INCREMENT PRIMARY KEY";
            client.sql("CREATE TABLE dropin_order (id " + id + ", customer VARCHAR(40) NOT NULL UNIQUE,"
                            + " total DECIMAL(8,2) NOT NULL, placed DATE NOT NULL)")
                    .update();
            try {
                orders(client, outcome);
                batch(new JdbcTemplate(pool), outcome);
                transactions(client, new TransactionTemplate(new DataSourceTransactionManager(pool)), outcome);
                errors(client, outcome);
            } finally {
                client.sql("DROP TABLE dropin_order").update();
            }
            outcome.add("connections in use: " + pool.getHikariPoolMXBean().getActiveConnections());
        }
        return outcome;
    }

    private static void orders(JdbcClient client, List<String> outcome) {
        GeneratedKeyHolder keys = new GeneratedKeyHolder();
        int inserted = client.sql(
                        "INSERT INTO dropin_order (customer, total, placed) VALUES (:customer, :total, :placed)")
                .param("customer", "Ann")
                .param("total", new BigDecimal("12.50"))
                .param("placed", LocalDate.of(2024, 2, 29))
                .update(keys, "id");
        outcome.add("inserted " + inserted + " with key " + keys.getKey());
        outcome.add("read "
                + client.sql("SELECT * FROM dropin_order WHERE customer = ?")
                        .param("Ann")
                        .query(Order.class)
                        .single());
        outcome.add("updated "
                + client.sql("UPDATE dropin_order SET total = total + ? WHERE id = ?")
                        .params(new BigDecimal("1.25"), keys.getKey())
                        .update());
        outcome.add("rows " + client.sql("SELECT * FROM dropin_order").query().listOfRows());
        outcome.add("none "
                + client.sql("SELECT * FROM dropin_order WHERE id = -1")
                        .query(Order.class)
                        .optional());
    }

    private static void batch(JdbcTemplate template, List<String> outcome) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            rows.add(new Object[] {"customer " + i, new BigDecimal(i), LocalDate.of(2024, 1, 1 + i)});
        }
        int[] counts =
                template.batchUpdate("INSERT INTO dropin_order (customer, total, placed) VALUES (?, ?, ?)", rows);
        outcome.add("batch of " + counts.length);
        outcome.add("sum " + template.queryForObject("SELECT SUM(total) FROM dropin_order", BigDecimal.class));
    }

    private static void transactions(JdbcClient client, TransactionTemplate transactions, List<String> outcome) {
        transactions.executeWithoutResult(status -> {
            client.sql("DELETE FROM dropin_order").update();
            status.setRollbackOnly();
        });
        outcome.add("after rollback " + count(client));
        transactions.executeWithoutResult(status -> {
            client.sql("DELETE FROM dropin_order WHERE total < 10").update();
            Object savepoint = status.createSavepoint();
            client.sql("DELETE FROM dropin_order").update();
            status.rollbackToSavepoint(savepoint);
        });
        outcome.add("after commit " + count(client));
        transactions.setReadOnly(true);
        transactions.setTimeout(30);
        transactions.setIsolationLevel(TransactionTemplate.ISOLATION_SERIALIZABLE);
        outcome.add("read-only " + transactions.execute(status -> count(client)));
    }

    private static long count(JdbcClient client) {
        return client.sql("SELECT COUNT(*) FROM dropin_order").query(Long.class).single();
    }

    /** Spring translates by the product's name and the vendor's codes and SQLStates. */
    private static void errors(JdbcClient client, List<String> outcome) {
        for (String sql : List.of(
                "INSERT INTO dropin_order (customer, total, placed) VALUES ('Ann', 1, '2024-01-01')",
                "INSERT INTO dropin_order (customer, total, placed) VALUES (NULL, 1, '2024-01-01')",
                "INSERT INTO dropin_order (customer, total, placed) VALUES ('Bob', 12345678901, '2024-01-01')",
                "SELECT nothing FROM dropin_order",
                "SELEC",
                "SELECT * FROM dropin_nowhere")) {
            try {
                outcome.add(sql + " gave " + client.sql(sql).update());
            } catch (DataAccessException e) {
                outcome.add(sql + " throws " + e.getClass().getName() + ": " + e.getMostSpecificCause());
            }
        }
    }
}
