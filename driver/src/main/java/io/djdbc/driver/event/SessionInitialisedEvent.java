package io.djdbc.driver.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

@Name("io.djdbc.SessionInitialised")
@Label("Session Initialised")
@Description("A new physical connection was brought into the state that the settings say")
@Category({"djdbc", "Connections"})
@StackTrace(false)
final class SessionInitialisedEvent extends Event {
    @Label("URL")
    final String url;

    @Label("Initialisation Time")
    @Timespan(Timespan.NANOSECONDS)
    final long initialisationTime;

    private SessionInitialisedEvent(String url, long initialisationTime) {
        this.url = url;
        this.initialisationTime = initialisationTime;
    }

    static void emit(String url, long initialisationTime) {
        new SessionInitialisedEvent(url, initialisationTime).commit();
    }
}
