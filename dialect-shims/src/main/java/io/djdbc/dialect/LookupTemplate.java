package io.djdbc.dialect;

/**
 * How a database writes one lookup: {@code before} left side {@code between} right side {@code after}. Immutable.
 *
 * @param transform what a value on the right side becomes
 */
public record LookupTemplate(String before, String between, String after, ValueTransform transform) {

    /** From a text in which {@code {0}} is the left side and {@code {1}} the right one. */
    static LookupTemplate of(String template, ValueTransform transform) {
        int left = template.indexOf("{0}");
        int right = template.indexOf("{1}");
        return new LookupTemplate(
                template.substring(0, left),
                template.substring(left + 3, right),
                template.substring(right + 3),
                transform);
    }
}
