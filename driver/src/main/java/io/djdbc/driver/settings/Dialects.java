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
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the dialect of a URL or of a name. One that {@link java.util.ServiceLoader} finds wins over a shipped one of
 * the same name or prefix: those that the thread's context class loader sees. Each loader is searched once, when a URL is
 * first parsed under it. A loader is never kept from being collected: its dialects are held weakly, and searched for
 * again should they have gone.
 */
public final class Dialects {

    private static final String GENERIC = "generic";

    private static final List<Dialect> NONE = List.of();

    /** Guarded by itself. {@link #NONE} is reachable anyway, so that a loader without dialects is never searched twice. */
    private static final Map<ClassLoader, WeakReference<List<Dialect>>> BY_LOADER = new WeakHashMap<>();

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
                return writesSemicolons(vendorPart)
                        ? new GenericDialect(ParameterSyntax.SEMICOLON)
                        : new GenericDialect();
            }
            start = colon + 1;
        }
    }

    /** The dialect of this name, whatever its case; null if there is none. */
    public static @Nullable Dialect byName(String name) {
        for (Dialect dialect : visible()) {
            if (dialect.name().equalsIgnoreCase(name)) {
                return dialect;
            }
        }
        return shipped(name.toLowerCase(Locale.ROOT));
    }

    /** All names that the setting {@code DIALECT} takes. */
    public static List<String> names() {
        TreeSet<String> names = new TreeSet<>(SHIPPED);
        for (Dialect dialect : visible()) {
            names.add(dialect.name());
        }
        return List.copyOf(names);
    }

    /** The names of the dialects that come with djdbc. */
    static final List<String> SHIPPED = List.of("postgresql", "mysql", "mariadb", "oracle", "sqlite", "h2", GENERIC);

    private static List<Dialect> visible() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        if (loader == null) {
            loader = ClassLoader.getSystemClassLoader();
        }
        List<Dialect> known = known(loader);
        if (known == null) {
            // outside of the lock: a provider's initialiser may open connections
            List<Dialect> found = mayHaveAny(loader) ? InstalledDialects.of(loader) : NONE;
            known = found.isEmpty() ? NONE : found;
            synchronized (BY_LOADER) {
                BY_LOADER.put(loader, new WeakReference<>(known));
            }
        }
        return known;
    }

    private static @Nullable List<Dialect> known(ClassLoader loader) {
        synchronized (BY_LOADER) {
            WeakReference<List<Dialect>> reference = BY_LOADER.get(loader);
            return reference == null ? null : reference.get();
        }
    }

    /**
     * Whether to ask ServiceLoader at all, which costs more than looking for its files. Only if we are in a named
     * module can modules without such a file provide dialects.
     */
    private static boolean mayHaveAny(ClassLoader loader) {
        if (Dialect.class.getModule().isNamed()) {
            return true;
        }
        try {
            return loader.getResources("META-INF/services/io.djdbc.dialect.Dialect")
                    .hasMoreElements();
        } catch (IOException e) {
            return true;
        }
    }

    private static @Nullable Dialect atPrefix(String vendorPart) {
        for (Dialect dialect : visible()) {
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

    private static boolean writesSemicolons(String vendorPart) {
        int query = vendorPart.indexOf('?');
        int semicolon = vendorPart.indexOf(';');
        return semicolon >= 0 && (query < 0 || semicolon < query);
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
