package io.djdbc.conformance.transparency;

import io.djdbc.conformance.databases.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;

/** The sample tables of a {@link Flavour}, there as long as this is open. */
final class SampleRows implements AutoCloseable {

    private final TestDatabase database;
    private final Flavour flavour;

    SampleRows(TestDatabase database) throws SQLException {
        this.database = database;
        this.flavour = Flavours.of(database.name());
        close();
        try (Connection connection = database.open()) {
            Side.run(connection, flavour.create().toArray(String[]::new));
        }
    }

    Flavour flavour() {
        return flavour;
    }

    @Override
    public void close() throws SQLException {
        try (Connection connection = database.open()) {
            Side.run(connection, flavour.drop().toArray(String[]::new));
        }
    }
}
