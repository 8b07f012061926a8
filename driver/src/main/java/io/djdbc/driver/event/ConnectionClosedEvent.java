package io.djdbc.driver.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

@Name("io.djdbc.ConnectionClosed")
@Label("Connection Closed")
@Description("A physical connection was closed")
@Category({"djdbc", "Connections"})
@StackTrace(false)
final class ConnectionClosedEvent extends Event {
    @Label("URL")
    final String url;

    @Label("Reason")
    final String reason;

    @Label("Age")
    @Timespan(Timespan.NANOSECONDS)
    final long age;

    private ConnectionClosedEvent(String url, String reason, long age) {
        this.url = url;
        this.reason = reason;
        this.age = age;
    }

    static void emit(String url, String reason, long age) {
        new ConnectionClosedEvent(url, reason, age).commit();
    }
}
