package io.djdbc.driver.session;

import java.sql.SQLException;

/** Django's classes of database errors, each with a SQLState that servers send for it. */
enum DjangoError {
    IntegrityError("23000"),
    DataError("22000"),
    ProgrammingError("42000"),
    OperationalError("57P01"),
    InternalError("XX000"),
    NotSupportedError("0A000"),
    InterfaceError("08003"),
    DatabaseError("HY000");

    private final String sqlState;

    DjangoError(String sqlState) {
        this.sqlState = sqlState;
    }

    SQLException exception() {
        return new SQLException(name(), sqlState);
    }

    /** The class of an error, by its SQLState. */
    static DjangoError of(SQLException error) {
        for (DjangoError candidate : values()) {
            if (candidate.sqlState.equals(error.getSQLState())) {
                return candidate;
            }
        }
        throw new AssertionError("an error that no fake server sends", error);
    }
}
