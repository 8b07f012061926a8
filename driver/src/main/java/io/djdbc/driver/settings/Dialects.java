package io.djdbc.driver.settings;

import io.djdbc.dialect.Dialect;
import io.djdbc.dialect.GenericDialect;
import io.djdbc.dialect.H2Dialect;
import io.djdbc.dialect.MariaDbDialect;
import io.djdbc.dialect.MySqlDialect;
import io.djdbc.dialect.OracleDialect;
import io.djdbc.dialect.ParameterSyntax;
import io.djdbc.dialect.PostgreSqlDialect;
import io.djdbc.dialect.SqliteDialect;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the dialect of a URL or of a name. One that {@link java.util.ServiceLoader} finds wins over a shipped one of
 * the same name or prefix.
 */
public final class Dialects {

    private static final String GENERIC = "generic";

    private Dialects() {}

    /**
     * The dialect of a vendor's URL. A URL that stacks another wrapping driver on the vendor's, such as
     * {@code p6spy:postgresql://…}, has the dialect of what it wraps; any other unknown one is generic.
     *
     * @param vendorPart the URL without {@code jdbc:} and {@code djdbc:}
     */
    public static Dialect forUrl(String vendorPart) {
        int start = 0;
        while (true) {
            Dialect dialect = atPrefix(vendorPart.substring(start));
            if (dialect != null) {
                return dialect;
            }
            int colon = vendorPart.indexOf(':', start);
            if (colon < 0 || !isWord(vendorPart, start, colon)) {
                return new GenericDialect(guessSyntax(vendorPart));
            }
            start = colon + 1;
        }
    }

    /** The dialect of this name, whatever its case; null if there is none. */
    public static @Nullable Dialect byName(String name) {
        for (Dialect dialect : InstalledDialects.visible()) {
            if (dialect.name().equalsIgnoreCase(name)) {
                return dialect;
            }
        }
        return shipped(name.toLowerCase(Locale.ROOT));
    }

    /** All names that the setting {@code DIALECT} takes. */
    public static List<String> names() {
        TreeSet<String> names = new TreeSet<>(SHIPPED);
        for (Dialect dialect : InstalledDialects.visible()) {
            names.add(dialect.name());
        }
        return List.copyOf(names);
    }

    /** The names of the dialects that come with djdbc. */
    static final List<String> SHIPPED = List.of("postgresql", "mysql", "mariadb", "oracle", "sqlite", "h2", GENERIC);

    private static @Nullable Dialect atPrefix(String vendorPart) {
        for (Dialect dialect : InstalledDialects.visible()) {
            if (hasPrefix(dialect, vendorPart)) {
                return dialect;
            }
        }
        // by the first word, so that only the class of one dialect is loaded
        int end = 0;
        while (end < vendorPart.length() && Character.isLetterOrDigit(vendorPart.charAt(end))) {
            end++;
        }
        Dialect dialect = shipped(vendorPart.substring(0, end).toLowerCase(Locale.ROOT));
        return dialect != null && hasPrefix(dialect, vendorPart) ? dialect : null;
    }

    private static boolean hasPrefix(Dialect dialect, String vendorPart) {
        for (String prefix : dialect.urlPrefixes()) {
            if (vendorPart.regionMatches(true, 0, prefix, 0, prefix.length())) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Dialect shipped(String name) {
        return switch (name) {
            case "postgresql" -> new PostgreSqlDialect();
            case "mysql" -> new MySqlDialect();
            case "mariadb" -> new MariaDbDialect();
            case "oracle" -> new OracleDialect();
            case "sqlite" -> new SqliteDialect();
            case "h2" -> new H2Dialect();
            case GENERIC -> new GenericDialect();
            default -> null;
        };
    }

    private static ParameterSyntax guessSyntax(String vendorPart) {
        int query = vendorPart.indexOf('?');
        int semicolon = vendorPart.indexOf(';');
        boolean bySemicolon = semicolon >= 0 && (query < 0 || semicolon < query);
        return bySemicolon ? ParameterSyntax.SEMICOLON : ParameterSyntax.QUERY;
    }

    private static boolean isWord(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != '-' && c != '_' && c != '+') {
                return false;
            }
        }
        return end > start;
    }
}
