package io.djdbc.driver.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

@Name("io.djdbc.ConnectionOpened")
@Label("Connection Opened")
@Description("A physical connection was opened")
@Category({"djdbc", "Connections"})
@StackTrace(false)
final class ConnectionOpenedEvent extends Event {
    @Label("URL")
    final String url;

    @Label("Connect Time")
    @Timespan(Timespan.NANOSECONDS)
    final long connectTime;

    private ConnectionOpenedEvent(String url, long connectTime) {
        this.url = url;
        this.connectTime = connectTime;
    }

    static void emit(String url, long connectTime) {
        new ConnectionOpenedEvent(url, connectTime).commit();
    }
}
