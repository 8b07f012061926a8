package io.djdbc.dialect;

/** What a text becomes before the database gets it as the right side of LIKE or of a lookup. */
public enum ValueTransform {
    /** The value somewhere in the text. */
    CONTAINS,
    STARTS_WITH,
    ENDS_WITH,
    /** The value as a pattern that matches only it. */
    ESCAPED,
    /** The value as it is, as text. */
    TEXT,
    /** A pattern; {@link LikePatterns#closed}. */
    PATTERN,
    /** A pattern for a database that refuses {@code \} before ordinary characters; {@link LikePatterns#strict}. */
    STRICT_PATTERN,
    /** The same for a text that a pattern begins with, or has in its middle. */
    STRICT_PATTERN_PART;

    /** The text for the database; the same object if nothing changes. */
    public String apply(String value) {
        return switch (this) {
            case CONTAINS -> '%' + LikePatterns.escape(value) + '%';
            case STARTS_WITH -> LikePatterns.escape(value) + '%';
            case ENDS_WITH -> '%' + LikePatterns.escape(value);
            case ESCAPED -> LikePatterns.escape(value);
            case TEXT -> value;
            case PATTERN -> LikePatterns.closed(value);
            case STRICT_PATTERN -> LikePatterns.strict(value, true);
            case STRICT_PATTERN_PART -> LikePatterns.strict(value, false);
        };
    }

    /** Whether numbers and the like are turned into text too, as the right side of a lookup is. */
    public boolean isOfLookup() {
        return this != PATTERN && this != STRICT_PATTERN && this != STRICT_PATTERN_PART;
    }
}
