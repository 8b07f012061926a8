package io.djdbc.dialect;

/** How SQLite begins a transaction (Django's {@code OPTIONS.transaction_mode}). */
public enum TransactionMode {
    DEFERRED,
    IMMEDIATE,
    EXCLUSIVE
}
