package io.djdbc.bench.calls;

import io.djdbc.bench.subject.Source;
import io.djdbc.bench.subject.Subject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One connection of a subject above the stub driver. */
@State(Scope.Thread)
public class StubConnected {
    /** With a host, which the AWS wrapper wants. */
    static final String URL = "jdbc:stub://localhost/bench";

    @Param
    Subject subject;

    Source source;
    Connection connection;

    static Properties login() {
        var info = new Properties();
        info.setProperty("user", "bench");
        info.setProperty("password", "bench");
        return info;
    }

    @Setup
    public void connect() throws SQLException {
        source = subject.open(URL, login());
        connection = source.connect();
    }

    @TearDown
    public void close() throws SQLException {
        connection.close();
        source.close();
    }
}
