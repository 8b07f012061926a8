package io.djdbc.cli.demo;

import io.djdbc.cli.terminal.Terminal;
import java.sql.SQLException;

/** One thing that the demo shows. */
interface Scene {

    String title();

    /**
     * Does it and tells of it.
     *
     * @return whether djdbc did what it promises
     */
    boolean play(Terminal terminal) throws SQLException;
}
