package io.djdbc.conformance.databases;

import java.util.Locale;

/** How a database came to be there. */
public enum Origin {
    /** Named in the environment: {@code DJDBC_TEST_<NAME>_URL}. */
    URL,
    /** A Testcontainers container. */
    CONTAINER,
    /** In this process, or a server from binaries that Maven brought. */
    EMBEDDED,
    /** A server that one of the project's scripts fetched and started. */
    SCRIPT;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
