package io.djdbc.cli.demo;

import io.djdbc.dialect.Dialect;
import io.djdbc.driver.settings.ConnectionRequest;
import io.djdbc.driver.settings.Setting;
import io.djdbc.driver.settings.SettingValue;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/** The database that the demo runs on, and the ways to it. */
final class DemoDatabase {
    private final ConnectionRequest request;
    private final Way bare;
    private final Sessions sessions;

    DemoDatabase(ConnectionRequest request) throws SQLException {
        this.request = request;
        this.bare = new Way("bare driver", request.vendorUrl(), request.vendorProperties());
        try (Connection first = bare.open()) {
            Sessions asked = ServerSessions.of(request.dialect().name(), bare);
            this.sessions = asked == null ? new DriverSessions(first) : asked;
        }
    }

    Dialect dialect() {
        return request.dialect();
    }

    Sessions sessions() {
        return sessions;
    }

    /** A query that every user may send, and that no table is needed for. */
    String query() {
        return dialect().name().equals("oracle") ? "SELECT 1 FROM DUAL" : "SELECT 1";
    }

    Way bare() {
        return bare;
    }

    /** djdbc with the settings that the user's URL has, except for those given here. */
    Way djdbc(Map<String, String> settings) {
        Properties properties = request.vendorProperties();
        for (SettingValue value : request.settings().values()) {
            boolean inTheWay = settings.containsKey(Setting.CONN_MAX_AGE.name())
                    && value.setting().name().startsWith(Setting.POOL.name());
            if (value.origin().isOfConnection() && !inTheWay) {
                properties.setProperty(value.setting().name(), value.text());
            }
        }
        StringBuilder name = new StringBuilder("djdbc");
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            properties.setProperty(setting.getKey(), setting.getValue());
            name.append(name.indexOf(",") < 0 ? ", " : " ")
                    .append(setting.getKey())
                    .append('=')
                    .append(setting.getValue());
        }
        String url = "jdbc:djdbc:" + request.vendorUrl().substring("jdbc:".length());
        return new Way(name.toString(), url, properties);
    }
}
