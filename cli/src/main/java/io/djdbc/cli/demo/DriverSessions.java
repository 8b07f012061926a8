package io.djdbc.cli.demo;

import java.sql.Connection;
import java.sql.SQLException;

/** Where there is no server to ask: looks at the vendor's own connection objects below djdbc. */
final class DriverSessions implements Sessions {
    private final Class<? extends Connection> vendorClass;

    /** @param vendorClass that of the bare driver's connections */
    DriverSessions(Class<? extends Connection> vendorClass) {
        this.vendorClass = vendorClass;
    }

    @Override
    public String howCounted() {
        return "different connection objects of the vendor's driver (unwrap) were counted";
    }

    @Override
    public String howKilled() {
        return "simulated: the vendor's connection (unwrap) was closed behind everybody's back";
    }

    @Override
    public Object idOf(Connection connection) throws SQLException {
        return new Identity(connection.unwrap(vendorClass));
    }

    @Override
    public void kill(Object id) throws SQLException {
        ((Identity) id).physical.close();
    }

    /** The object itself is kept, so that no later one can be taken for it. */
    private static final class Identity {
        private final Connection physical;

        Identity(Connection physical) {
            this.physical = physical;
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // the very object is the question
        public boolean equals(Object other) {
            return other instanceof Identity identity && identity.physical == physical;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(physical);
        }
    }
}
