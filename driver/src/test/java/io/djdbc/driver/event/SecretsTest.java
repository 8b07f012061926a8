package io.djdbc.driver.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.driver.DjdbcDataSource;
import io.djdbc.driver.Driver;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes well or wrong, no secret is seen from outside. */
class SecretsTest {
    private static final String SECRET = "Op3nSesame";

    static Stream<Arguments> connects() {
        return Stream.of(
                Arguments.of("in the URL", "jdbc:djdbc:h2:mem:%s;USER=sa;PASSWORD=" + SECRET, null, true),
                Arguments.of("in Properties", "jdbc:djdbc:h2:mem:%s", SECRET, true),
                Arguments.of("kept", "jdbc:djdbc:h2:mem:%s;CONN_MAX_AGE=60;CONN_HEALTH_CHECKS=true", SECRET, true),
                Arguments.of("pool inside", "jdbc:djdbc:h2:mem:%s;POOL=true", SECRET, true),
                Arguments.of(
                        "pool inside, URL", "jdbc:djdbc:h2:mem:%s;POOL=true;USER=sa;PASSWORD=" + SECRET, null, true),
                Arguments.of(
                        "INIT_COMMAND",
                        "jdbc:djdbc:h2:mem:%s;INIT_COMMAND=CREATE USER bob PASSWORD '" + SECRET + "'",
                        null,
                        true),
                Arguments.of(
                        "bad INIT_COMMAND",
                        "jdbc:djdbc:h2:mem:%s;INIT_COMMAND=CREATE USR bob PASSWORD '" + SECRET + "'",
                        null,
                        false),
                Arguments.of(
                        "bad INIT_COMMAND, pool inside",
                        "jdbc:djdbc:h2:mem:%s;POOL=true;POOL_TIMEOUT=1;INIT_COMMAND=CREATE USR '" + SECRET + "'",
                        null,
                        false),
                Arguments.of("no database", "jdbc:djdbc:h2:mem:%s;IFEXISTS=TRUE;PASSWORD=" + SECRET, null, false),
                Arguments.of("no database, Properties", "jdbc:djdbc:h2:mem:%s;IFEXISTS=TRUE", SECRET, false),
                Arguments.of("typing error", "jdbc:djdbc:h2:mem:%s;CONN_MAX_AGES=1;PASSWORD=" + SECRET, null, false),
                Arguments.of("bad value", "jdbc:djdbc:h2:mem:%s;CONN_MAX_AGE=x;PASSWORD=" + SECRET, SECRET, false),
                Arguments.of(
                        "unknown, let pass",
                        "jdbc:djdbc:h2:mem:%s;IGNORE_UNKNOWN_SETTINGS=TRUE;STRICT_PARAMETERS=false;CONN_MAX_AGES=1;PASSWORD="
                                + SECRET,
                        null,
                        true),
                Arguments.of(
                        "no driver",
                        "jdbc:djdbc:nosuchvendor://bob:" + SECRET + "@host/%s?password=" + SECRET,
                        SECRET,
                        false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("connects")
    void noSecretIsSeen(String name, String pattern, String password, boolean connects) throws Exception {
        String database = "secrets" + Integer.toHexString(name.hashCode());
        Properties info = new Properties();
        if (password != null) {
            info.setProperty("user", "sa");
            info.setProperty("password", password);
        }
        List<String> seen;
        try (LogCapture log = new LogCapture();
                EventRecording recording = new EventRecording()) {
            List<String> shown = new ArrayList<>();
            boolean connected = use(String.format(pattern, database), info, shown);
            assertThat(connected).as(String.join("\n", shown)).isEqualTo(connects);
            recording.stop(database).forEach(event -> shown.add(event.toString()));
            shown.addAll(log.records());
            seen = shown;
        }
        assertThat(seen).isNotEmpty().noneMatch(text -> text.contains(SECRET));
    }

    /** Connects twice; adds all that can be read of it. */
    private static boolean use(String url, Properties info, List<String> shown) {
        DjdbcDataSource dataSource = new DjdbcDataSource();
        dataSource.setUrl(url);
        info.stringPropertyNames().forEach(key -> dataSource.setProperty(key, info.getProperty(key)));
        shown.add(dataSource.toString());
        shown.add(new Driver().toString());
        boolean connected = true;
        for (int i = 0; i < 2; i++) {
            try (Connection connection = DriverManager.getConnection(url, info);
                    PreparedStatement statement = connection.prepareStatement("SELECT 1");
                    ResultSet rows = statement.executeQuery()) {
                shown.add(connection.toString());
                shown.add(statement.toString());
                shown.add(rows.toString());
                shown.add(connection.getMetaData().toString());
                shown.add(connection.getMetaData().getURL());
                shown.add(String.valueOf(connection.getWarnings()));
                shown.add(dataSource.getStatistics().toString());
            } catch (SQLException e) {
                connected = false;
                shown.add(stackTrace(e));
            }
            try (Connection connection = dataSource.getConnection("sa", "wrong" + SECRET)) {
                shown.add(connection.toString());
            } catch (SQLException e) {
                shown.add(stackTrace(e));
            }
        }
        return connected;
    }

    /** Says whether {@link #noSecretIsSeen} would see what is logged. */
    @Test
    void theCaptureSeesTheDriversWarnings() throws Exception {
        try (LogCapture log = new LogCapture()) {
            DriverManager.getConnection(
                            "jdbc:djdbc:h2:mem:capture;IGNORE_UNKNOWN_SETTINGS=TRUE;STRICT_PARAMETERS=false;CONN_MAX_AGES=1")
                    .close();
            assertThat(log.records()).anyMatch(text -> text.contains("CONN_MAX_AGES"));
        }
    }

    private static String stackTrace(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    /** All log records of djdbc and of the pool inside, as a formatter writes them. */
    private static final class LogCapture extends Handler implements AutoCloseable {
        private final List<String> records = Collections.synchronizedList(new ArrayList<>());
        private final Logger root = Logger.getLogger("");
        private final Level before = root.getLevel();

        LogCapture() {
            setFormatter(new SimpleFormatter());
            setLevel(Level.ALL);
            root.setLevel(Level.ALL);
            root.addHandler(this);
        }

        List<String> records() {
            synchronized (records) {
                return List.copyOf(records);
            }
        }

        @Override
        public void publish(LogRecord entry) {
            String logger = String.valueOf(entry.getLoggerName());
            if (logger.startsWith("io.djdbc") || logger.startsWith("com.zaxxer")) {
                records.add(getFormatter().format(entry));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            root.removeHandler(this);
            root.setLevel(before);
        }
    }
}
