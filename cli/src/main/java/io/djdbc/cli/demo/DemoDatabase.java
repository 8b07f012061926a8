package io.djdbc.cli.demo;

import io.djdbc.cli.Variation;
import io.djdbc.dialect.Dialect;
import io.djdbc.driver.settings.ConnectionRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The database that the demo runs on, and the ways to it. */
final class DemoDatabase implements AutoCloseable {
    private final ConnectionRequest request;
    private final Way bare;
    private final Class<? extends Connection> vendorClass;
    private final Sessions sessions;
    private final List<Way> opened = new ArrayList<>();

    DemoDatabase(ConnectionRequest request) throws SQLException {
        this.request = request;
        this.bare = new Way("bare driver", request.vendorUrl(), request.vendorProperties());
        try (Connection first = bare.open()) {
            this.vendorClass = first.getClass();
            Sessions asked = ServerSessions.of(request.dialect().name(), bare);
            this.sessions = asked == null ? new DriverSessions(vendorClass) : asked;
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
        StringBuilder name = new StringBuilder("djdbc");
        settings.forEach((setting, value) -> name.append(name.indexOf(",") < 0 ? ", " : " ")
                .append(setting)
                .append('=')
                .append(value));
        Variation variation = Variation.of(request, settings);
        Way way = new Way(name.toString(), variation.url(), variation.properties());
        opened.add(way);
        return way;
    }

    /** Closes what djdbc keeps, so that the server sees proper farewells and an embedded database lets its file go. */
    @Override
    public void close() throws SQLException {
        for (Way way : opened) {
            Connection physical;
            try (Connection connection = way.open()) {
                physical = connection.unwrap(vendorClass);
            }
            physical.close();
        }
    }
}
