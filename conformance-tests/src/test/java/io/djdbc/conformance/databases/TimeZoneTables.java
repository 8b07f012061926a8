package io.djdbc.conformance.databases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/** Loads time zones into MySQL's and MariaDB's tables, which a new server has none in; from the JDK's own data. */
public final class TimeZoneTables {

    private static final Instant END = Instant.parse("2037-12-31T00:00:00Z");

    private TimeZoneTables() {}

    /** Loads those that the server does not know; {@code UTC} too. */
    public static void load(Statement statement, List<String> zones) throws SQLException {
        for (String zone : zones) {
            if (!isKnown(statement, zone)) {
                insert(statement, zone, ZoneId.of(zone).getRules());
            }
        }
        if (!isKnown(statement, "UTC")) {
            insert(statement, "UTC", ZoneId.of("UTC").getRules());
        }
    }

    private static boolean isKnown(Statement statement, String zone) throws SQLException {
        try (ResultSet rows =
                statement.executeQuery("SELECT CONVERT_TZ('2024-01-01 00:00:00', '+00:00', '" + zone + "')")) {
            rows.next();
            return rows.getString(1) != null;
        }
    }

    private static void insert(Statement statement, String zone, ZoneRules rules) throws SQLException {
        statement.execute("INSERT INTO mysql.time_zone (Use_leap_seconds) VALUES ('N')");
        long id;
        try (ResultSet rows = statement.executeQuery("SELECT MAX(Time_zone_id) FROM mysql.time_zone")) {
            rows.next();
            id = rows.getLong(1);
        }
        List<Integer> offsets = new ArrayList<>();
        List<String> transitions = new ArrayList<>();
        int first = rules.getStandardOffset(Instant.EPOCH).getTotalSeconds();
        offsets.add(first);
        Instant at = Instant.EPOCH;
        for (ZoneOffsetTransition next = rules.nextTransition(at);
                next != null && next.getInstant().isBefore(END);
                next = rules.nextTransition(next.getInstant())) {
            int offset = next.getOffsetAfter().getTotalSeconds();
            if (!offsets.contains(offset)) {
                offsets.add(offset);
            }
            transitions.add(
                    "(" + id + ", " + next.getInstant().getEpochSecond() + ", " + offsets.indexOf(offset) + ")");
        }
        List<String> types = new ArrayList<>();
        for (int i = 0; i < offsets.size(); i++) {
            types.add("(" + id + ", " + i + ", " + offsets.get(i) + ", " + (offsets.get(i) == first ? 0 : 1) + ", 'Z"
                    + i + "')");
        }
        statement.execute("INSERT INTO mysql.time_zone_transition_type"
                + " (Time_zone_id, Transition_type_id, `Offset`, Is_DST, Abbreviation) VALUES "
                + String.join(", ", types));
        if (!transitions.isEmpty()) {
            statement.execute("INSERT INTO mysql.time_zone_transition"
                    + " (Time_zone_id, Transition_time, Transition_type_id) VALUES " + String.join(", ", transitions));
        }
        // the name last: it is what the server looks for
        statement.execute("INSERT INTO mysql.time_zone_name (Name, Time_zone_id) VALUES ('" + zone + "', " + id + ")");
    }
}
