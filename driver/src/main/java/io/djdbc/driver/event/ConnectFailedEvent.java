package io.djdbc.driver.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

@Name("io.djdbc.ConnectFailed")
@Label("Connect Failed")
@Description("A physical connection could not be opened")
@Category({"djdbc", "Connections"})
@StackTrace(false)
final class ConnectFailedEvent extends Event {
    @Label("URL")
    final String url;

    @Label("SQLState")
    final @Nullable String sqlState;

    private ConnectFailedEvent(String url, @Nullable String sqlState) {
        this.url = url;
        this.sqlState = sqlState;
    }

    static void emit(String url, @Nullable String sqlState) {
        new ConnectFailedEvent(url, sqlState).commit();
    }
}
