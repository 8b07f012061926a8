package io.djdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The data source, on an H2 database that has one user with a password and one without. */
class DjdbcDataSourceTest {
    private static final String URL = "jdbc:djdbc:h2:mem:users";

    private final DjdbcDataSource source = new DjdbcDataSource();
    private Connection keepsTheDatabase;

    @BeforeEach
    void createUsers() throws SQLException {
        source.setUrl(URL);
        source.setUser("ann");
        source.setPassword("geheim");
        keepsTheDatabase = source.getConnection(); // the first user is the administrator
        try (var statement = keepsTheDatabase.createStatement()) {
            statement.execute("CREATE USER bob PASSWORD 'other'");
            statement.execute("CREATE USER eve PASSWORD ''");
        }
    }

    @AfterEach
    void letTheDatabaseGo() throws SQLException {
        keepsTheDatabase.close();
    }

    @Test
    void connectsAsTheUserThatIsNamed() throws SQLException {
        assertThat(userOf(source.getConnection())).isEqualTo("ANN");
        assertThat(userOf(source.getConnection("bob", "other"))).isEqualTo("BOB");
        assertThat(userOf(source.getConnection("eve", ""))).isEqualTo("EVE");
    }

    /** The configured password is the configured user's. */
    @Test
    void noPasswordIsNotTheConfiguredOne() throws SQLException {
        assertThatThrownBy(() -> source.getConnection("ann", null)).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> source.getConnection(null, "geheim")).isInstanceOf(SQLException.class);
        assertThat(userOf(source.getConnection("eve", null))).isEqualTo("EVE");
        assertThat(userOf(source.getConnection())).isEqualTo("ANN");
    }

    /** As a pool above does, which waits so long when it is closed. */
    @Test
    void keepsTheLoginTimeoutForThePoolAbove() throws SQLException {
        DataSource asPoolsKnowIt = source;
        assertThat(asPoolsKnowIt.getLoginTimeout()).isZero();
        asPoolsKnowIt.setLoginTimeout(30);
        assertThat(asPoolsKnowIt.getLoginTimeout()).isEqualTo(30);
    }

    @Test
    void unwrapsToItselfOnly() throws SQLException {
        assertThat(source.unwrap(DataSource.class)).isSameAs(source);
        assertThat(source.isWrapperFor(DjdbcDataSource.class)).isTrue();
        assertThat(source.isWrapperFor(Connection.class)).isFalse();
        assertThat(source.isWrapperFor(null)).isFalse();
        assertThatThrownBy(() -> source.unwrap(Connection.class)).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> source.unwrap(null)).isInstanceOf(SQLException.class);
    }

    private static String userOf(Connection connection) throws SQLException {
        try (connection) {
            return connection.getMetaData().getUserName();
        }
    }
}
