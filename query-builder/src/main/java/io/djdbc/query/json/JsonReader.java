package io.djdbc.query.json;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A reader of RFC 8259, and of Python's {@code NaN} and {@code Infinity} that Django lets through. */
final class JsonReader {

    /** Deeper documents are refused before they overflow the stack. */
    private static final int MAX_DEPTH = 1000;

    private static final int LONG_DIGITS = 18;

    private final String text;
    private int at;
    private int depth;

    JsonReader(String text) {
        this.text = text;
    }

    @Nullable
    Object document() {
        Object value = value();
        space();
        if (at < text.length()) {
            throw wrong("nothing more");
        }
        return value;
    }

    private @Nullable Object value() {
        space();
        switch (peek()) {
            case '{':
                return object();
            case '[':
                return array();
            case '"':
                return string();
            case 't':
                return word("true", Boolean.TRUE);
            case 'f':
                return word("false", Boolean.FALSE);
            case 'n':
                return word("null", null);
            case 'N':
                return word("NaN", Double.NaN);
            case 'I':
                return word("Infinity", Double.POSITIVE_INFINITY);
            default:
                return number();
        }
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        enter();
        space();
        if (peek() == '}') {
            at++;
            depth--;
            return map;
        }
        while (true) {
            space();
            if (peek() != '"') {
                throw wrong("a key in double quotes");
            }
            String key = string();
            space();
            expect(':');
            map.put(key, value());
            space();
            if (!more('}')) {
                return map;
            }
        }
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> list = new ArrayList<>();
        enter();
        space();
        if (peek() == ']') {
            at++;
            depth--;
            return list;
        }
        while (true) {
            list.add(value());
            space();
            if (!more(']')) {
                return list;
            }
        }
    }

    private void enter() {
        at++;
        if (++depth > MAX_DEPTH) {
            throw new IllegalArgumentException("JSON nested more than " + MAX_DEPTH + " deep");
        }
    }

    private boolean more(char end) {
        char c = peek();
        if (c == ',') {
            at++;
            return true;
        }
        expect(end);
        depth--;
        return false;
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        at++;
        while (true) {
            char c = peek();
            at++;
            if (c == '"') {
                return string.toString();
            }
            if (c == '\\') {
                string.append(escaped());
            } else if (c < ' ') {
                at--;
                throw wrong("no control character in a string");
            } else {
                string.append(c);
            }
        }
    }

    private char escaped() {
        char c = peek();
        at++;
        switch (c) {
            case '"', '\\', '/':
                return c;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                return unicode();
            default:
                at--;
                throw wrong("an escape");
        }
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(peek(), 16);
            if (digit < 0 || peek() > 'f') {
                throw wrong("four hexadecimal digits");
            }
            code = code * 16 + digit;
            at++;
        }
        return (char) code;
    }

    private Object number() {
        int start = at;
        skip('-');
        if (at < text.length() && text.charAt(at) == 'I') {
            word("Infinity", null);
            return Double.NEGATIVE_INFINITY;
        }
        int first = at;
        digits();
        if (at - first > 1 && text.charAt(first) == '0') {
            at = first;
            throw wrong("no number with a leading zero");
        }
        boolean integer = true;
        if (skip('.')) {
            integer = false;
            digits();
        }
        if (skip('e') || skip('E')) {
            integer = false;
            if (!skip('+')) {
                skip('-');
            }
            digits();
        }
        String number = text.substring(start, at);
        if (!integer) {
            return Double.valueOf(number);
        }
        if (number.length() <= LONG_DIGITS) {
            return Long.valueOf(number);
        }
        BigInteger big = new BigInteger(number);
        return big.bitLength() < Long.SIZE ? (Object) big.longValue() : big;
    }

    private void digits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start) {
            throw wrong("a value");
        }
    }

    private boolean skip(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) {
            throw wrong("a value");
        }
        at += word.length();
        return value;
    }

    private void space() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                return;
            }
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw wrong("more");
        }
        return text.charAt(at);
    }

    private void expect(char c) {
        if (peek() != c) {
            throw wrong("'" + c + "'");
        }
        at++;
    }

    /** Without the document, which may be long and somebody's secret. */
    private IllegalArgumentException wrong(String expected) {
        return new IllegalArgumentException("no JSON: expected " + expected + " at character " + at);
    }
}
