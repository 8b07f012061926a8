package io.djdbc.dialect;

import org.jspecify.annotations.Nullable;

/**
 * The state that a session is to have, as the settings say. Null always means: leave it as the server has it.
 *
 * @param djangoDefaults whether Django's unnamed adjustments are made too (SQLite's {@code foreign_keys}, MySQL's
 *     {@code sql_auto_is_null}, Oracle's NLS parameters); false with {@code SEMANTICS=native}
 * @param timeZone an IANA name or offset such as {@code UTC}, {@code Europe/Paris}, {@code +02:00}
 * @param timeoutSeconds SQLite's lock timeout
 */
public record SessionParameters(
        boolean djangoDefaults,
        @Nullable String timeZone,
        @Nullable IsolationLevel isolationLevel,
        @Nullable String assumeRole,
        @Nullable String sqlMode,
        @Nullable Double timeoutSeconds,
        @Nullable TransactionMode transactionMode,
        EncodingCheck encodingCheck,
        boolean disableServerSideCursors) {}
