package io.djdbc.dialect;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;

/**
 * How Django names what is in a database: pure functions. Lengths count characters (code points), as Django's do, not
 * UTF-16 units.
 *
 * <p>Names come as Django's do: bare ({@code blog_entry}), or with a namespace between inner quotes
 * ({@code "blog"."entry"}, also without the outer two).
 */
public final class Identifiers {
    /** Hexadecimal digits at the end of a name that was cut. */
    public static final int HASH_LENGTH = 4;

    /** What an index name may have where the database sets no limit. */
    private static final int UNLIMITED_INDEX_NAME = 200;

    private static final char[] HEXADECIMAL = "0123456789abcdef".toCharArray();
    private static final String BETWEEN = "\".\"";

    private Identifiers() {}

    /**
     * A name with its namespace, which is empty where there is none; neither has quotes around it.
     */
    public record Qualified(String namespace, String name) {}

    /** Takes a name apart: {@code "blog"."entry"} into {@code blog} and {@code entry}. */
    public static Qualified split(String identifier) {
        int first = identifier.indexOf(BETWEEN);
        if (first < 0 || identifier.indexOf(BETWEEN, first + BETWEEN.length()) >= 0) {
            return new Qualified("", strip(identifier));
        }
        return new Qualified(
                strip(identifier.substring(0, first)), strip(identifier.substring(first + BETWEEN.length())));
    }

    private static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && text.charAt(start) == '"') {
            start++;
        }
        while (end > start && text.charAt(end - 1) == '"') {
            end--;
        }
        return text.substring(start, end);
    }

    /**
     * A name that fits: as it is, or its first characters and four digits of its MD5. The limit is on the name, not on
     * the namespace before it.
     *
     * @param maxLength characters; at least {@link #HASH_LENGTH}
     */
    public static String truncate(String identifier, int maxLength) {
        return truncate(identifier, maxLength, HASH_LENGTH);
    }

    /**
     * The same with another number of digits.
     *
     * @param hashLength from 1 to 32, and not more than {@code maxLength}
     */
    public static String truncate(String identifier, int maxLength, int hashLength) {
        if (identifier.length() <= maxLength) { // so the name in it is not longer
            return identifier;
        }
        Qualified parts = split(identifier);
        String name = parts.name();
        if (name.codePointCount(0, name.length()) <= maxLength) {
            return identifier;
        }
        String cut = prefix(name, maxLength - hashLength) + digest(hashLength, name);
        return parts.namespace().isEmpty() ? cut : parts.namespace() + BETWEEN + cut;
    }

    private static String prefix(String text, int characters) {
        return text.codePointCount(0, text.length()) <= characters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, Math.max(0, characters)));
    }

    /**
     * The first digits of the MD5 of all these texts, one after the other, in UTF-8.
     *
     * @param length from 1 to 32
     */
    public static String digest(int length, String... texts) {
        MessageDigest md5;
        try {
            md5 = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no MD5, which every JVM must have", e);
        }
        for (String text : texts) {
            md5.update(text.getBytes(StandardCharsets.UTF_8));
        }
        byte[] sum = md5.digest();
        char[] digits = new char[length];
        for (int i = 0; i < length; i++) {
            int half = i % 2 == 0 ? sum[i / 2] >> 4 : sum[i / 2];
            digits[i] = HEXADECIMAL[half & 15];
        }
        return new String(digits);
    }

    /**
     * Django's name for an index or constraint that was not given one.
     *
     * @param suffix what tells its purpose: {@code _uniq}, {@code _fk_blog_id}, or empty
     * @param maxLength the database's limit in characters; 0 for none
     */
    public static String indexName(String table, List<String> columns, String suffix, int maxLength) {
        String name = split(table).name();
        String[] digested = new String[columns.size() + 1];
        digested[0] = name;
        for (int i = 0; i < columns.size(); i++) {
            digested[i + 1] = columns.get(i);
        }
        String end = digest(8, digested) + suffix;
        String joined = String.join("_", columns);
        int limit = maxLength == 0 ? UNLIMITED_INDEX_NAME : maxLength;
        String whole = name + "_" + joined + "_" + end;
        if (length(whole) <= limit) {
            return whole;
        }
        if (length(end) > limit / 3.0) {
            end = prefix(end, limit / 3);
        }
        int other = (limit - length(end)) / 2 - 1;
        String cut = prefix(name, other) + "_" + prefix(joined, other) + "_" + end;
        int first = cut.codePointAt(0);
        return first == '_' || Character.isDigit(first) ? "D" + prefix(cut, length(cut) - 1) : cut;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /**
     * A name as Oracle's backend writes it: cut, quoted, and in upper case; one with quotes around it is not cut. (In
     * the golden data each {@code %} is doubled, which is Python's business.)
     */
    public static String oracleQuoted(String identifier, int maxLength) {
        boolean quoted = identifier.startsWith("\"") || identifier.endsWith("\"");
        String name = quoted ? identifier : '"' + truncate(identifier, maxLength) + '"';
        return name.toUpperCase(Locale.ROOT);
    }

    /** The name of the sequence of a table that Django made on Oracle, in upper case, without quotes. */
    public static String oracleSequence(String table, int maxLength) {
        boolean quoted = table.startsWith("\"") && table.endsWith("\"");
        String bare = quoted ? table.substring(1, Math.max(1, table.length() - 1)) : table;
        return truncate(bare, maxLength - 3).toUpperCase(Locale.ROOT) + "_SQ";
    }
}
