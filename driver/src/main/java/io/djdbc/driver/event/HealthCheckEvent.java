package io.djdbc.driver.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

@Name("io.djdbc.HealthCheck")
@Label("Health Check")
@Description("A physical connection was asked whether it lives")
@Category({"djdbc", "Connections"})
@StackTrace(false)
final class HealthCheckEvent extends Event {
    @Label("URL")
    final String url;

    @Label("Usable")
    final boolean usable;

    private HealthCheckEvent(String url, boolean usable) {
        this.url = url;
        this.usable = usable;
    }

    static void emit(String url, boolean usable) {
        new HealthCheckEvent(url, usable).commit();
    }
}
