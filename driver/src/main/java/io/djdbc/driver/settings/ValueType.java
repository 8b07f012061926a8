package io.djdbc.driver.settings;

/** What kind of value a {@link Setting} takes. */
public enum ValueType {
    /** {@code true} or {@code false}. */
    BOOLEAN("boolean"),
    /** Seconds, also with decimals: {@code 600}, {@code 0.5}. */
    SECONDS("seconds"),
    /** A whole number. */
    NUMBER("number"),
    /** One of a few words. */
    CHOICE("choice"),
    /** The IANA name of a time zone, or an offset such as {@code +02:00}. */
    TIME_ZONE("time zone"),
    /** Words separated by commas. */
    WORDS("list"),
    /** Any text. */
    TEXT("text");

    private final String label;

    ValueType(String label) {
        this.label = label;
    }

    /** As documents name it. */
    public String label() {
        return label;
    }
}
