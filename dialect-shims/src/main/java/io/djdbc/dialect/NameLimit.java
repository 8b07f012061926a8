package io.djdbc.dialect;

import java.util.Locale;

/**
 * Cuts the names in statements as Django cuts them: the first characters, and four digits of the MD5 of the name.
 * Immutable.
 *
 * @param maxLength in characters (code points), at least 5
 * @param upperCase whether a name that was cut is written in upper case (Oracle)
 * @param upperCaseHash whether the upper-case name is hashed, as Django did before 4.0
 */
public record NameLimit(int maxLength, boolean upperCase, boolean upperCaseHash) {

    /** Whether a name is too long. */
    public boolean exceeds(CharSequence name) {
        return exceeds(name, 0, name.length());
    }

    /** Whether a part of a text is too long for a name. */
    public boolean exceeds(CharSequence text, int start, int end) {
        return end - start > maxLength && Character.codePointCount(text, start, end) > maxLength;
    }

    /**
     * What a name becomes that was written without quotes, in whatever case: Django's own tables have the hash of the
     * lower-case name. The same object if it fits.
     */
    public String unquoted(String name) {
        return exceeds(name) ? cut(name.toLowerCase(Locale.ROOT)) : name;
    }

    /** What a name becomes that was written in quotes, which are not part of it. The same object if it fits. */
    public String quoted(String name) {
        return exceeds(name) ? cut(name) : name;
    }

    /**
     * What a name becomes as a dictionary has it, where nobody can tell how it was written: one in upper case as if
     * without quotes.
     */
    public String stored(String name) {
        return upperCase && name.equals(name.toUpperCase(Locale.ROOT)) ? unquoted(name) : quoted(name);
    }

    private String cut(String name) {
        String hashed = upperCaseHash ? name.toUpperCase(Locale.ROOT) : name;
        int start = hashed.offsetByCodePoints(0, maxLength - Identifiers.HASH_LENGTH);
        String cut = hashed.substring(0, start) + Identifiers.digest(Identifiers.HASH_LENGTH, hashed);
        return upperCase ? cut.toUpperCase(Locale.ROOT) : cut;
    }
}
