package io.djdbc.driver.settings;

import io.djdbc.dialect.Dialect;
import io.djdbc.dialect.ParameterSyntax;
import java.util.ArrayList;
import java.util.List;

/**
 * A vendor's URL, cut at the separators of its parameters and nowhere else, so that putting it together again gives
 * the very same text.
 */
final class UrlParameters {

    private final String head;
    private final char opening;
    private final char separator;
    private final Quoting quoting;
    private final List<String> parameters = new ArrayList<>();

    UrlParameters(String vendorPart, Dialect dialect) {
        boolean query = dialect.parameterSyntax() == ParameterSyntax.QUERY;
        this.opening = query ? '?' : ';';
        this.separator = query ? '&' : ';';
        this.quoting = Quoting.of(vendorPart, dialect);
        int start = query ? queryStart(vendorPart, dialect.name()) : vendorPart.indexOf(';');
        if (start < 0) {
            this.head = vendorPart;
            return;
        }
        this.head = vendorPart.substring(0, start);
        int from = start + 1;
        while (true) {
            int end = quoting.end(vendorPart, from, separator);
            parameters.add(vendorPart.substring(from, end));
            if (end == vendorPart.length()) {
                return;
            }
            from = end + 1;
        }
    }

    /** What comes before the parameters. */
    String head() {
        return head;
    }

    /** The parameters as they are written, names and values, empty ones too; changing the list changes the URL. */
    List<String> parameters() {
        return parameters;
    }

    /** What parts one parameter from the next. */
    char separator() {
        return separator;
    }

    Quoting quoting() {
        return quoting;
    }

    /** Where the {@code ?} is that begins the parameters; -1 if there is none. */
    private static int queryStart(String url, String dialect) {
        if (!dialect.equals("mysql") && !dialect.equals("mariadb") && !dialect.equals("oracle")) {
            return url.indexOf('?');
        }
        int from = 0;
        if (dialect.equals("oracle")) {
            int credentials = OracleUrl.credentialsStart(url);
            from = credentials < 0 ? 0 : Math.max(OracleUrl.credentialsEnd(url, credentials), 0);
        }
        // these three write addresses in parentheses, in which a question mark begins nothing
        int depth = 0;
        for (int i = from; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth = Math.max(depth - 1, 0);
            } else if (c == '?' && depth == 0) {
                return i;
            }
        }
        // parentheses that do not match are part of a name
        return url.indexOf('?', from);
    }

    /** The whole URL, with its secrets; therefore not {@code toString}. */
    String text() {
        if (parameters.isEmpty()) {
            return head;
        }
        StringBuilder url = new StringBuilder(head);
        char before = opening;
        for (String parameter : parameters) {
            url.append(before).append(parameter);
            before = separator;
        }
        return url.toString();
    }
}
