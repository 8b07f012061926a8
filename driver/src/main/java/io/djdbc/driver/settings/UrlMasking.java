package io.djdbc.driver.settings;

import java.util.List;
import java.util.Locale;

/**
 * Masks the secrets of a URL. Where it is not clear how far a secret goes, too much is masked rather than too little.
 */
final class UrlMasking {

    private static final String MASK = Masking.MASK;

    private UrlMasking() {}

    static String mask(String url) {
        int start = prefixLength(url);
        String vendorPart = withoutUserInfo(url.substring(start));
        UrlParameters parts = new UrlParameters(vendorPart, Dialects.forUrl(vendorPart));
        List<String> parameters = parts.parameters();
        boolean afterSecret = false;
        for (int i = 0; i < parameters.size(); i++) {
            String parameter = parameters.get(i);
            int equals = parameter.indexOf('=');
            if (equals >= 0) {
                String masked = withoutSecretValue(parameter, equals);
                afterSecret = masked.endsWith(MASK);
                parameters.set(i, masked);
            } else if (afterSecret && !parameter.isEmpty()) {
                // no parameter, so it may be the rest of a secret that holds a separator
                parameters.set(i, MASK);
            }
        }
        String head = withoutNamedSecrets(parts.head());
        return url.substring(0, start)
                + head
                + parts.text().substring(parts.head().length());
    }

    private static int prefixLength(String url) {
        int length = 0;
        for (String prefix : new String[] {"jdbc:", "djdbc:"}) {
            if (url.regionMatches(true, length, prefix, 0, prefix.length())) {
                length += prefix.length();
            }
        }
        return length;
    }

    private static String withoutSecretValue(String parameter, int equals) {
        String name = parameter.substring(0, equals);
        String plainName = PercentDecoder.decode(name);
        String value = parameter.substring(equals + 1);
        if (Masking.isSecretName(plainName == null ? name : plainName) || tellsSecret(value)) {
            return name + "=" + MASK;
        }
        return name + "=" + Masking.text(value);
    }

    /** Whether a statement in a value sets a password: {@code INIT=CREATE USER a PASSWORD 'b'}. */
    private static boolean tellsSecret(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return lower.contains("password") || lower.contains("identified");
    }

    /** {@code (password=…)} in a list of addresses, up to the closing parenthesis. */
    private static String withoutNamedSecrets(String head) {
        StringBuilder masked = new StringBuilder(head.length());
        int from = 0;
        int equals = head.indexOf('=');
        while (equals >= 0) {
            int name = equals;
            while (name > 0 && Masking.isNameCharacter(head.charAt(name - 1))) {
                name--;
            }
            int next = equals + 1;
            if (Masking.isSecretName(head.substring(name, equals))) {
                int end = head.indexOf(')', equals);
                next = end < 0 ? head.length() : end;
                masked.append(head, from, equals + 1).append(MASK);
                from = next;
            }
            equals = head.indexOf('=', next);
        }
        return masked.append(head, from, head.length()).toString();
    }

    private static String withoutUserInfo(String vendorPart) {
        int oracle = OracleUrl.credentialsStart(vendorPart);
        if (oracle >= 0) {
            return withoutOraclePassword(vendorPart, oracle);
        }
        int authority = vendorPart.indexOf("//");
        int password = authority < 0 ? -1 : passwordStart(vendorPart, authority + 2);
        if (password < 0) {
            return vendorPart;
        }
        int at = lastAt(vendorPart, password);
        return at < 0 ? vendorPart : vendorPart.substring(0, password) + MASK + vendorPart.substring(at);
    }

    /** Where a password begins in {@code user:password@host:1,user:password@host:2}; -1 if there is none. */
    private static int passwordStart(String url, int authority) {
        int from = authority;
        while (true) {
            if (from < url.length() && url.charAt(from) == '[') {
                from = Math.max(url.indexOf(']', from), from);
            }
            int colon = firstOf(url, from, ":/?;@(");
            if (colon == url.length() || url.charAt(colon) != ':') {
                int at = colon < url.length() && url.charAt(colon) == '@' ? colon + 1 : -1;
                if (at < 0) {
                    return -1;
                }
                from = at;
                continue;
            }
            int end = colon + 1;
            while (end < url.length() && url.charAt(end) >= '0' && url.charAt(end) <= '9') {
                end++;
            }
            boolean port = end == url.length() || ",/;?".indexOf(url.charAt(end)) >= 0;
            if (!port || hasAtBeforeAnyName(url, end)) {
                return colon + 1;
            }
            if (end == url.length() || url.charAt(end) != ',') {
                return -1;
            }
            from = end + 1;
        }
    }

    /** Digits, then {@code ?w@host}: a password that begins like a port. */
    private static boolean hasAtBeforeAnyName(String url, int end) {
        if (end == url.length() || url.charAt(end) == ',' || url.charAt(end) == '/') {
            return false;
        }
        int stop = firstOf(url, end, "=@");
        return stop < url.length() && url.charAt(stop) == '@';
    }

    /** The {@code @} that ends the password: the last one before the parameters, or the last one of all. */
    private static int lastAt(String url, int password) {
        int query = firstOf(url, password, "?;");
        int at = url.lastIndexOf('@', query);
        return at >= password ? at : Math.max(url.lastIndexOf('@'), -1) >= password ? url.lastIndexOf('@') : -1;
    }

    private static String withoutOraclePassword(String url, int start) {
        int first = OracleUrl.credentialsEnd(url, start);
        int slash = url.indexOf('/', start);
        if (slash < 0 || (first >= 0 && slash > first)) {
            return url;
        }
        int descriptor = first < 0 ? url.length() : firstOf(url, first, "(?");
        int at = url.lastIndexOf('@', descriptor);
        int end = first < 0 ? url.length() : Math.max(at, first);
        return end <= slash + 1 ? url : url.substring(0, slash + 1) + MASK + url.substring(end);
    }

    private static int firstOf(String text, int from, String characters) {
        for (int i = from; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }
}
