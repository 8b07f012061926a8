package io.djdbc.cli.demo;

import java.sql.Connection;
import java.sql.SQLException;

/** Tells physical connections apart, and ends one from outside. */
interface Sessions {

    /** For one line of the report: who was asked to tell physical connections apart. */
    String howCounted();

    /** For one line of the report: how a connection is killed. */
    String howKilled();

    /** Stands for the physical connection below; equal for the same one only. */
    Object idOf(Connection connection) throws SQLException;

    /**
     * Ends a physical connection while nobody uses it, and returns when it has ended.
     *
     * @param id from {@link #idOf}
     */
    void kill(Object id) throws SQLException;
}
