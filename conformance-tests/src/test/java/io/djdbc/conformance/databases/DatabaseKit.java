package io.djdbc.conformance.databases;

/**
 * What a suite inherits to be run once on each database:
 *
 * <pre>{@code
 * @DisplayName("savepoints")
 * class SavepointTest extends DatabaseKit {
 *
 *     SavepointTest(TestDatabase database) {
 *         super(database);
 *     }
 *
 *     @Test
 *     void releases() throws SQLException {
 *         try (Connection connection = database.openDjdbc("CONN_MAX_AGE=60")) { … }
 *     }
 * }
 * }</pre>
 *
 * The display name is the suite's name in the matrix.
 */
@EachDatabase
public abstract class DatabaseKit {

    protected final TestDatabase database;

    protected DatabaseKit(TestDatabase database) {
        this.database = database;
    }
}
