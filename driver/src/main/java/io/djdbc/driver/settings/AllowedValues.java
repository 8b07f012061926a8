package io.djdbc.driver.settings;

import java.util.ArrayList;
import java.util.List;

/** What a setting takes, put into words; for messages and documents, not on the connect path. */
final class AllowedValues {

    private AllowedValues() {}

    static List<String> of(Setting setting) {
        List<String> allowed = new ArrayList<>();
        switch (setting.type()) {
            case SECONDS -> allowed.add("seconds, " + plain(setting.minimum()) + " or more");
            case NUMBER -> allowed.add("a whole number, " + plain(setting.minimum()) + " or more");
            case TIME_ZONE -> {
                allowed.add("an IANA name such as Europe/Paris");
                allowed.add("an offset such as +02:00");
            }
            case WORDS -> allowed.add("names separated by commas");
            case TEXT -> allowed.addAll(texts(setting));
            case BOOLEAN, CHOICE -> {}
        }
        allowed.addAll(setting.choices());
        return List.copyOf(allowed);
    }

    private static List<String> texts(Setting setting) {
        if (setting == Setting.DIALECT) {
            return Dialects.names();
        }
        return List.of(setting == Setting.INIT_COMMAND ? "any SQL" : "any name without NUL characters");
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
