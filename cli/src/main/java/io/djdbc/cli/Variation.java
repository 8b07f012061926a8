package io.djdbc.cli;

import io.djdbc.driver.settings.ConnectionRequest;
import io.djdbc.driver.settings.Setting;
import io.djdbc.driver.settings.SettingValue;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/**
 * The same database with the same settings, except for a few.
 *
 * @param url of djdbc, without any of its settings
 * @param properties the vendor's, and the settings
 */
public record Variation(String url, Properties properties) {

    /** What the URL and the Properties of this request say, except for what is given here. */
    public static Variation of(ConnectionRequest request, Map<String, String> settings) {
        Properties properties = request.vendorProperties();
        boolean ownAge = settings.containsKey(Setting.CONN_MAX_AGE.name());
        for (SettingValue value : request.settings().values()) {
            // a pool and an age exclude each other
            boolean inTheWay = ownAge && value.setting().name().startsWith(Setting.POOL.name());
            if (value.origin().isOfConnection() && !inTheWay) {
                properties.setProperty(value.setting().name(), value.text());
            }
        }
        if (ownAge) {
            properties.setProperty(Setting.POOL.name(), "false");
        }
        properties.putAll(settings);
        return new Variation("jdbc:djdbc:" + request.vendorUrl().substring("jdbc:".length()), properties);
    }

    /** Connects. */
    public Connection open() throws SQLException {
        return DriverManager.getConnection(url, properties);
    }
}
