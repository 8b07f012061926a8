package io.djdbc.conformance.transparency;

import io.djdbc.conformance.transparency.Transcript.Command;
import io.djdbc.conformance.transparency.Transcript.Question;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** One side of a differential run: a way to connections, and the transcript of what was asked of them. */
final class Side {

    /** A part of the questions, about one JDBC interface or one behaviour. */
    @FunctionalInterface
    interface Area {
        void ask(Side side) throws Exception;
    }

    /** Opens connections, bare or wrapped. */
    @FunctionalInterface
    interface Opener {
        Connection open() throws SQLException;
    }

    private final Opener opener;
    private final Flavour flavour;
    private final Transcript transcript = new Transcript();

    Side(Opener opener, Flavour flavour) {
        this.opener = opener;
        this.flavour = flavour;
    }

    Connection open() throws SQLException {
        return opener.open();
    }

    /** A connection for areas that write much: the server then does not wait for the disk after each statement. */
    Connection openForMuchWriting() throws SQLException {
        Connection connection = open();
        switch (flavour.name()) {
            case "sqlite" -> run(connection, "PRAGMA synchronous = OFF", "PRAGMA journal_mode = MEMORY");
            case "postgresql" -> run(connection, "SET synchronous_commit = off");
            case "mysql", "mariadb" -> run(connection, "START TRANSACTION");
            default -> {
                // in memory
            }
        }
        return connection;
    }

    Flavour flavour() {
        return flavour;
    }

    void ask(String call, Question question) {
        transcript.ask(call, question);
    }

    void ask(String call, Command command) {
        transcript.ask(call, command);
    }

    /** Runs SQL that must succeed and is no question. */
    static void run(Connection connection, String... sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String one : sql) {
                statement.execute(one);
            }
        }
    }

    /** Asks all areas, each under its name. */
    Transcript answer(java.util.Map<String, Area> areas) {
        for (var area : areas.entrySet()) {
            transcript.area(area.getKey());
            try {
                area.getValue().ask(this);
            } catch (Exception e) {
                transcript.stopped(e);
            }
        }
        return transcript;
    }
}
