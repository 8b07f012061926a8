package io.djdbc.query;

import io.djdbc.query.execute.Backend;
import io.djdbc.query.execute.Session;
import io.djdbc.query.model.Models;
import io.djdbc.query.transaction.ConnectionSource;
import io.djdbc.query.transaction.DataSourceConnections;
import io.djdbc.query.transaction.KeptConnections;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link Database}.
 *
 * <pre>{@code
 * Database db = Database.builder()
 *         .database("default", primary)
 *         .database("replica", replica)
 *         .router(new ReadFromReplica())
 *         .models(Blog.class, Entry.class)
 *         .zone(ZoneId.of("Europe/Paris"))
 *         .build();
 * }</pre>
 */
public final class DatabaseBuilder {

    private final Map<String, ConnectionSource> sources = new LinkedHashMap<>();
    private final Map<String, String> vendors = new HashMap<>();
    private @Nullable Models models;
    private Class<?>[] entities = {};
    private @Nullable DatabaseRouter router;
    private @Nullable StatementListener listener;
    private ZoneId zone = ZoneOffset.UTC;

    DatabaseBuilder() {}

    /** A database of a data source; the alias {@code default} must be one of them. */
    public DatabaseBuilder database(String alias, DataSource dataSource) {
        sources.put(alias, new DataSourceConnections(dataSource));
        return this;
    }

    /** A database at a URL, whose connections stay open. */
    public DatabaseBuilder database(String alias, String url, @Nullable String user, @Nullable String password) {
        sources.put(alias, new KeptConnections(url, user, password));
        return this;
    }

    /** Which SQL a database speaks ({@code postgresql}, {@code oracle} …), where it shall not be asked. */
    public DatabaseBuilder vendor(String alias, String vendor) {
        vendors.put(alias, vendor);
        return this;
    }

    /** The entity classes. */
    public DatabaseBuilder models(Class<?>... classes) {
        entities = classes.clone();
        return this;
    }

    /** Models that are registered already. */
    public DatabaseBuilder models(Models registered) {
        models = registered;
        return this;
    }

    /** Who chooses among several databases. */
    public DatabaseBuilder router(DatabaseRouter chooser) {
        router = chooser;
        return this;
    }

    /** Who is told of statements. */
    public DatabaseBuilder listener(StatementListener told) {
        listener = told;
        return this;
    }

    /** The current time zone; UTC by default. */
    public DatabaseBuilder zone(ZoneId current) {
        zone = current;
        return this;
    }

    /** @throws IllegalStateException without a database named {@code default} */
    public Database build() {
        if (!sources.containsKey(Session.DEFAULT)) {
            throw new IllegalStateException("There is no database with the alias 'default', but " + sources.keySet());
        }
        Map<String, Backend> backends = new LinkedHashMap<>();
        sources.forEach((alias, source) -> {
            backends.put(alias, new Backend(alias, source, vendors.get(alias), listener));
        });
        Models known = models == null ? Models.of(entities) : models;
        return new Database(new Session(known, backends, router, null, zone));
    }
}
