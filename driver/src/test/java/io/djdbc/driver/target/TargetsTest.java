package io.djdbc.driver.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which connections share a target, and when one is forgotten; on H2. */
class TargetsTest {
    private static final String PROPERTY = "djdbc.conn_max_age";

    private final Targets targets = new Targets(System::nanoTime);

    @AfterEach
    void closeAll() {
        System.clearProperty(PROPERTY);
        targets.shutDown();
    }

    @Test
    void theSameUrlAndPropertiesLeadToTheSameTarget() throws SQLException {
        Properties user = new Properties();
        user.setProperty("user", "sa");
        Target first = find("jdbc:djdbc:h2:mem:same", new Properties());
        assertThat(find("jdbc:djdbc:h2:mem:same", new Properties())).isSameAs(first);
        assertThat(find("jdbc:djdbc:h2:mem:same", user)).isNotSameAs(first);
        assertThat(find("jdbc:djdbc:h2:mem:other", new Properties())).isNotSameAs(first);
    }

    /** Its number stays the same, so that only the value tells. */
    @Test
    void aChangedSystemPropertyCountsFromTheNextConnectionOn() throws SQLException {
        String url = "jdbc:djdbc:h2:mem:changed";
        System.setProperty(PROPERTY, "60");
        Target keeping = find(url, new Properties());
        keeping.connect().close();
        assertThat(keeping.statistics().idle()).isEqualTo(1);
        System.setProperty(PROPERTY, "0");
        Target closing = find(url, new Properties());
        assertThat(closing).isNotSameAs(keeping);
        closing.connect().close();
        assertThat(closing.statistics().idle()).isZero();
        System.setProperty(PROPERTY, "60");
        assertThat(find(url, new Properties())).isSameAs(keeping);
        System.clearProperty(PROPERTY);
        assertThat(find(url, new Properties())).isNotSameAs(keeping).isNotSameAs(closing);
    }

    @Test
    void aTargetWithALentConnectionIsNotForgotten() throws SQLException {
        String url = "jdbc:djdbc:h2:mem:lent;CONN_MAX_AGE=60";
        Target lending = find(url, new Properties());
        Target unused = find("jdbc:djdbc:h2:mem:unused;CONN_MAX_AGE=60", new Properties());
        try (Connection lent = lending.connect()) {
            for (int i = 0; i < 600; i++) {
                find("jdbc:djdbc:h2:mem:many" + i, new Properties());
            }
            assertThat(find(url, new Properties())).isSameAs(lending);
            assertThat(find("jdbc:djdbc:h2:mem:unused;CONN_MAX_AGE=60", new Properties()))
                    .isNotSameAs(unused);
            assertThat(lent.isValid(1)).isTrue();
        }
        assertThat(find(url, new Properties()).statistics().idle()).isEqualTo(1);
    }

    /** Who found it just before may still connect: nobody would close what it kept. */
    @Test
    void aForgottenTargetKeepsNothing() throws SQLException {
        Target forgotten = find("jdbc:djdbc:h2:mem:forgotten;CONN_MAX_AGE=60", new Properties());
        for (int i = 0; i < 600; i++) {
            find("jdbc:djdbc:h2:mem:many" + i, new Properties());
        }
        forgotten.connect().close();
        assertThat(forgotten.statistics().idle()).isZero();
        assertThat(forgotten.statistics().closed()).isEqualTo(1);
    }

    @Test
    void aDriverThatIsMissingAndOneThatRefusesTheUrlAreToldApart() {
        assertThatThrownBy(() -> find("jdbc:djdbc:nobody:x?password=geheim", new Properties()))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("08001"))
                .hasMessageContainingAll("No JDBC driver", "jdbc:nobody:", "add the vendor's driver library")
                .hasMessageNotContaining("geheim");
        assertThatThrownBy(() -> find("jdbc:djdbc:postgresql://h:port/db?password=geheim", new Properties()))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("08001"))
                .hasMessageContainingAll("org.postgresql.Driver", "does not take the URL", "//h:port/db", "check")
                .hasMessageNotContaining("geheim");
    }

    private Target find(String url, Properties info) throws SQLException {
        return Objects.requireNonNull(targets.find(url, info));
    }
}
