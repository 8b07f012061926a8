package io.djdbc.cli.check;

import io.djdbc.cli.FailureText;
import io.djdbc.cli.NewFiles;
import io.djdbc.cli.Variation;
import io.djdbc.cli.VendorDrivers;
import io.djdbc.cli.terminal.Mark;
import io.djdbc.cli.terminal.Style;
import io.djdbc.cli.terminal.Table;
import io.djdbc.cli.terminal.Terminal;
import io.djdbc.dialect.Dialect;
import io.djdbc.dialect.SessionWarning;
import io.djdbc.driver.settings.ConnectionRequest;
import io.djdbc.driver.settings.Setting;
import io.djdbc.driver.settings.SettingValue;
import io.djdbc.driver.settings.Settings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Goes through everything that must be right before an application connects, and tells of it. */
public final class Preflight {
    private final Terminal terminal;

    public Preflight(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Checks a URL.
     *
     * @param login user and password, as far as they were given
     * @return whether an application could connect
     */
    public boolean run(String url, Properties login) {
        try {
            ConnectionRequest request = ConnectionRequest.parse(url, login);
            if (request == null) {
                throw new IllegalArgumentException("not a URL of djdbc");
            }
            return run(request);
        } catch (SQLException failure) {
            terminal.marked(Mark.FAIL, new FailureText(url, login).of(failure));
            return false;
        }
    }

    private boolean run(ConnectionRequest request) throws SQLException {
        terminal.heading("Settings");
        terminal.table(settings(request));
        terminal.heading("Connection");
        terminal.marked(Mark.OK, "URL and settings are valid");
        String missing = VendorDrivers.missing(request.urlDialect(), request.vendorUrl());
        if (missing != null) {
            terminal.marked(Mark.FAIL, missing);
            return false;
        }
        long start = System.nanoTime();
        try (NewFiles files = new NewFiles(request);
                // one connection is enough to know, and it is gone afterwards
                Connection connection =
                        Variation.of(request, Map.of("CONN_MAX_AGE", "0")).open()) {
            double milliseconds = (System.nanoTime() - start) / 1e6;
            terminal.marked(Mark.OK, String.format(Locale.ROOT, "connected in %.0f ms", milliseconds));
            report(connection, request, files.absent());
        }
        return true;
    }

    private static Table settings(ConnectionRequest request) {
        Table table = new Table("setting", "value", "from");
        for (SettingValue value : request.settings().values()) {
            Setting setting = value.setting();
            boolean applies = setting.feature() == null || request.dialect().supports(setting.feature());
            boolean named = value.origin().isNamed();
            if (applies || named) {
                String shown = value.text().isEmpty() ? "–" : value.maskedText();
                table.row(
                        named ? Style.BOLD : Style.PLAIN,
                        setting.name(),
                        shown,
                        value.origin().label());
            }
        }
        return table;
    }

    private void report(Connection connection, ConnectionRequest request, @Nullable Path absent) throws SQLException {
        DatabaseMetaData server = connection.getMetaData();
        Dialect dialect = request.dialect().refine(server.getDatabaseProductName(), server.getDatabaseProductVersion());
        Table facts = new Table("", "");
        facts.row("server", server.getDatabaseProductName() + " " + server.getDatabaseProductVersion());
        facts.row("driver", server.getDriverName() + " " + server.getDriverVersion());
        facts.row("driver's class", VendorDrivers.classAndPlace(request.vendorUrl()));
        facts.row("dialect", dialect.name());
        facts.row("URL", request.maskedUrl());
        facts.row("vendor's URL", request.maskedVendorUrl());
        String user = server.getUserName();
        facts.row("user", user == null || user.isEmpty() ? "–" : user);
        terminal.table(facts);
        Map<String, String> session = dialect.describeSession(connection);
        if (!session.isEmpty()) {
            terminal.heading("Session, as the server sees it");
            Table table = new Table("", "");
            session.forEach(table::row);
            terminal.table(table);
        }
        terminal.heading("Warnings");
        List<String> warnings = warnings(connection, request, dialect);
        if (absent != null) {
            warnings.add(absent + " did not exist: the first connection of an application creates it");
        }
        for (String warning : warnings) {
            terminal.marked(Mark.WARN, warning);
        }
        if (warnings.isEmpty()) {
            terminal.marked(Mark.OK, "none");
        }
    }

    private static List<String> warnings(Connection connection, ConnectionRequest request, Dialect dialect)
            throws SQLException {
        List<String> warnings = new ArrayList<>(request.warnings());
        for (SessionWarning warning :
                dialect.check(connection, request.settings().sessionParameters())) {
            warnings.add(warning.id() + ": " + warning.message());
        }
        for (SQLWarning warning = connection.getWarnings(); warning != null; warning = warning.getNextWarning()) {
            warnings.add(String.valueOf(warning.getMessage()));
        }
        Settings settings = request.settings();
        if (settings.connMaxAgeNanos() > 0 && !settings.connHealthChecks() && dialect.hasHealthCheck()) {
            warnings.add(
                    "CONN_MAX_AGE without CONN_HEALTH_CHECKS=true: when the server, a proxy or a firewall has closed"
                            + " a connection, the request that finds out fails");
        }
        return warnings;
    }
}
