package io.djdbc.query.json;

import org.jspecify.annotations.Nullable;

/**
 * JSON documents as plain Java objects, between a JSON column's text and what an attribute holds: {@link java.util.Map}
 * (in the document's order), {@link java.util.List}, {@link String}, {@link Boolean}, {@code Long} or {@link
 * java.math.BigInteger}, {@link Double}, and null.
 *
 * <pre>{@code
 * Json.write(Map.of("breed", "collie", "age", 3));   // {"breed": "collie", "age": 3}
 * Json.parse("[1, \"two\", null]");                   // List: 1L, "two", null
 * }</pre>
 *
 * <p>Text is written as Django writes it, with a space after {@code ,} and {@code :} and every character beyond ASCII
 * escaped.
 */
public final class Json {

    /**
     * The JSON document {@code null}, which is not the same in a column as no document at all (SQL's NULL, Java's null).
     * It is only for writing and comparing; both are read as null, as in Django.
     */
    public static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    private Json() {}

    /**
     * Reads a document.
     *
     * @throws IllegalArgumentException if the text is none; says where
     */
    public static @Nullable Object parse(String text) {
        return new JsonReader(text).document();
    }

    /**
     * Writes a document. Beside what {@link #parse} gives it takes all numbers, arrays, {@link Iterable}s, enums (by
     * name), and anything of which a {@link CharSequence} is a fit form: UUIDs, dates and times of java.time.
     *
     * @throws IllegalArgumentException for another class, for a key that is no text, and for a number that JSON cannot
     *     have (NaN, infinity)
     */
    public static String write(@Nullable Object document) {
        return new JsonWriter().write(document);
    }
}
