package io.djdbc.dialect;

import java.sql.Connection;

/** The four isolation levels of the SQL standard, by Django's names ({@code OPTIONS.isolation_level}). */
public enum IsolationLevel {
    READ_UNCOMMITTED("read uncommitted", Connection.TRANSACTION_READ_UNCOMMITTED),
    READ_COMMITTED("read committed", Connection.TRANSACTION_READ_COMMITTED),
    REPEATABLE_READ("repeatable read", Connection.TRANSACTION_REPEATABLE_READ),
    SERIALIZABLE("serializable", Connection.TRANSACTION_SERIALIZABLE);

    private final String djangoName;
    private final int jdbcLevel;

    IsolationLevel(String djangoName, int jdbcLevel) {
        this.djangoName = djangoName;
        this.jdbcLevel = jdbcLevel;
    }

    /** The name in settings: {@code read committed}. */
    public String djangoName() {
        return djangoName;
    }

    /** The constant of {@link Connection}, such as {@link Connection#TRANSACTION_READ_COMMITTED}. */
    public int jdbcLevel() {
        return jdbcLevel;
    }
}
