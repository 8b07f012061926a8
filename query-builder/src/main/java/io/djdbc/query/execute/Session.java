package io.djdbc.query.execute;

import io.djdbc.query.Database;
import io.djdbc.query.DatabaseRouter;
import io.djdbc.query.model.Model;
import io.djdbc.query.model.Models;
import io.djdbc.query.row.InstanceState;
import io.djdbc.query.row.InstanceStates;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What query sets need to know: the models, the databases, and which of them is for what. Immutable; two sessions that
 * differ in the time zone or the preferred database share all the rest.
 */
public final class Session {

    public static final String DEFAULT = "default";

    private final Models models;
    private final Map<String, Backend> backends;
    private final @Nullable DatabaseRouter router;
    private final @Nullable String preferred;
    private final @Nullable String near;
    private final ZoneId zone;
    private final @Nullable Backend ofDefault;

    public Session(
            Models models,
            Map<String, Backend> backends,
            @Nullable DatabaseRouter router,
            @Nullable String preferred,
            ZoneId zone) {
        this(models, backends, router, preferred, null, zone);
    }

    private Session(
            Models models,
            Map<String, Backend> backends,
            @Nullable DatabaseRouter router,
            @Nullable String preferred,
            @Nullable String near,
            ZoneId zone) {
        this.near = near;
        this.models = models;
        this.backends = backends;
        this.ofDefault = backends.get(DEFAULT);
        this.router = router;
        this.preferred = preferred;
        // databases know UTC by that name, not by Java's Z
        this.zone = zone.getId().equals("Z") ? ZoneId.of("UTC") : zone;
    }

    public Models models() {
        return models;
    }

    public Map<String, Backend> backends() {
        return backends;
    }

    public @Nullable DatabaseRouter router() {
        return router;
    }

    /** Whether somebody chose the database: {@code using()}, or a router. */
    public boolean isChosen() {
        return preferred != null || router != null;
    }

    /** What {@code using()} chose. */
    public @Nullable String preferred() {
        return preferred;
    }

    public ZoneId zone() {
        return zone;
    }

    public Session inZone(ZoneId other) {
        return new Session(models, backends, router, preferred, near, other);
    }

    public Session using(String alias) {
        backend(alias);
        return new Session(models, backends, router, alias, near, zone);
    }

    /** Where neither {@code using} nor the router says anything, the database that an instance came from. */
    public Session near(Object instance) {
        if (backends.size() == 1) {
            return this;
        }
        InstanceState state = InstanceStates.find(instance);
        return state != null
                        && state.database() instanceof Database.Origin origin
                        && backends.containsKey(origin.alias())
                ? new Session(models, backends, router, preferred, origin.alias(), zone)
                : this;
    }

    /** @throws IllegalArgumentException if there is no database of that alias */
    public Backend backend(String alias) {
        Backend backend = backends.get(alias);
        if (backend == null) {
            throw new IllegalArgumentException("The connection '" + alias + "' doesn't exist; there are "
                    + backends.keySet().stream().sorted().toList() + ".");
        }
        return backend;
    }

    /** The one for what belongs to no model. */
    public Backend preferredBackend() {
        return backend(preferred == null ? DEFAULT : preferred);
    }

    public Backend forRead(Model model, @Nullable String wanted) {
        return choose(model, wanted, false);
    }

    public Backend forWrite(Model model, @Nullable String wanted) {
        return choose(model, wanted, true);
    }

    /** @param wanted what {@code using()} said */
    private Backend choose(Model model, @Nullable String wanted, boolean write) {
        String alias = wanted != null ? wanted : preferred;
        if (alias == null && router != null) {
            alias = write ? router.forWrite(model.entityClass()) : router.forRead(model.entityClass());
        }
        if (alias == null) {
            alias = near;
        }
        return alias == null && ofDefault != null ? ofDefault : backend(alias == null ? DEFAULT : alias);
    }
}
