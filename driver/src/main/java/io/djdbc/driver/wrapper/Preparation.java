package io.djdbc.driver.wrapper;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How the application prepared a statement, so that another text of it is prepared alike. Immutable. */
@FunctionalInterface
interface Preparation {
    /** Without anything but its text. */
    Preparation PLAIN = Connection::prepareStatement;

    PreparedStatement prepare(Connection vendors, String text) throws SQLException;

    static Preparation keys(int keys) {
        return (vendors, text) -> vendors.prepareStatement(text, keys);
    }

    /** @param holdability 0 for the connection's */
    static Preparation resultSet(int type, int concurrency, int holdability) {
        return (vendors, text) -> holdability == 0
                ? vendors.prepareStatement(text, type, concurrency)
                : vendors.prepareStatement(text, type, concurrency, holdability);
    }

    static Preparation keyColumns(int @Nullable [] columns) {
        return (vendors, text) -> vendors.prepareStatement(text, columns);
    }

    static Preparation keyNames(@Nullable String @Nullable [] columns) {
        return (vendors, text) -> vendors.prepareStatement(text, columns);
    }
}
