package io.djdbc.conformance.session;

import java.util.TimeZone;

/** Another default time zone of the JVM, for a while: drivers force it on their sessions. */
final class JvmTimeZone implements AutoCloseable {

    private final TimeZone before = TimeZone.getDefault();

    private JvmTimeZone(String id) {
        TimeZone.setDefault(TimeZone.getTimeZone(id));
    }

    static JvmTimeZone set(String id) {
        return new JvmTimeZone(id);
    }

    @Override
    public void close() {
        TimeZone.setDefault(before);
    }
}
