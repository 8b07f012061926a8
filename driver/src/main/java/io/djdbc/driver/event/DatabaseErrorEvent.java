package io.djdbc.driver.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** Holds neither the message nor the SQL: both may quote what the application stores. */
@Name("io.djdbc.DatabaseError")
@Label("Database Error")
@Description("A call that makes the server work, or the initialisation of a session, threw an SQLException")
@Category({"djdbc", "Connections"})
@StackTrace(true)
final class DatabaseErrorEvent extends Event {
    @Label("URL")
    final String url;

    @Label("SQLState")
    final @Nullable String sqlState;

    @Label("Vendor Code")
    final int vendorCode;

    private DatabaseErrorEvent(String url, @Nullable String sqlState, int vendorCode) {
        this.url = url;
        this.sqlState = sqlState;
        this.vendorCode = vendorCode;
    }

    static void emit(String url, @Nullable String sqlState, int vendorCode) {
        new DatabaseErrorEvent(url, sqlState, vendorCode).commit();
    }
}
