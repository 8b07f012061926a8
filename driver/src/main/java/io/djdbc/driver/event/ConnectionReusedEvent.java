package io.djdbc.driver.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

@Name("io.djdbc.ConnectionReused")
@Label("Connection Reused")
@Description("A request got a kept physical connection")
@Category({"djdbc", "Connections"})
@StackTrace(false)
final class ConnectionReusedEvent extends Event {
    @Label("URL")
    final String url;

    private ConnectionReusedEvent(String url) {
        this.url = url;
    }

    static void emit(String url) {
        new ConnectionReusedEvent(url).commit();
    }
}
