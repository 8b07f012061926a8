package io.djdbc.driver.flyway;

import java.sql.Connection;
import java.sql.Types;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.internal.database.base.BaseDatabaseType;
import org.flywaydb.core.internal.database.base.Database;
import org.flywaydb.core.internal.jdbc.JdbcConnectionFactory;
import org.flywaydb.core.internal.jdbc.StatementInterceptor;
import org.flywaydb.core.internal.parser.Parser;
import org.flywaydb.core.internal.parser.ParsingContext;

/**
 * Tells Flyway that djdbc's URLs have a driver: Flyway refuses every URL whose start it does not know. Once it is
 * connected it asks the metadata for the product, and goes on with the database type of that. Found by Flyway's
 * {@code ServiceLoader}; a {@link javax.sql.DataSource} given to Flyway does not need it.
 */
public final class DjdbcDatabaseType extends BaseDatabaseType {

    /** For Flyway. */
    public DjdbcDatabaseType() {}

    @Override
    public String getName() {
        return "djdbc";
    }

    @Override
    public int getNullType() {
        return Types.NULL;
    }

    @Override
    public boolean handlesJDBCUrl(String url) {
        return url.startsWith("jdbc:djdbc:");
    }

    @Override
    public String getDriverClass(String url, ClassLoader classLoader) {
        return "io.djdbc.driver.Driver";
    }

    /** No product is called djdbc: the database behind it has a type of its own. */
    @Override
    public boolean handlesDatabaseProductNameAndVersion(
            String databaseProductName, String databaseProductVersion, Connection connection) {
        return false;
    }

    @Override
    public Database<?> createDatabase(
            Configuration configuration,
            JdbcConnectionFactory jdbcConnectionFactory,
            StatementInterceptor statementInterceptor) {
        throw new IllegalStateException("the database behind djdbc has a type of its own");
    }

    @Override
    public Parser createParser(
            Configuration configuration, ResourceProvider resourceProvider, ParsingContext parsingContext) {
        throw new IllegalStateException("the database behind djdbc has a type of its own");
    }
}
