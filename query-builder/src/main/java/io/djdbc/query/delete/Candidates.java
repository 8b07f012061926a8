package io.djdbc.query.delete;

import io.djdbc.query.model.Model;
import io.djdbc.query.queryset.DefaultQuerySet;
import io.djdbc.query.queryset.Definition;
import io.djdbc.query.sql.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Objects to delete: instances, or a query set that is read when its objects are wanted, and never if it need not be. */
final class Candidates {

    private final Model model;
    private final @Nullable Definition definition;
    private @Nullable List<Object> objects;

    private Candidates(Model model, @Nullable Definition definition, @Nullable List<Object> objects) {
        this.model = model;
        this.definition = definition;
        this.objects = objects;
    }

    static Candidates of(Definition definition) {
        return new Candidates(definition.model(), definition, null);
    }

    static Candidates of(Model model, List<Object> objects) {
        return new Candidates(model, null, objects);
    }

    Model model() {
        return model;
    }

    /** The query, as long as nobody has read it; null of instances. */
    @Nullable
    Definition unread() {
        return objects == null ? definition : null;
    }

    boolean isQuery() {
        return definition != null;
    }

    List<Object> objects() {
        if (objects == null && definition != null) {
            objects = DefaultQuerySet.<Object>of(definition).toList();
        }
        return objects == null ? List.of() : objects;
    }

    /** Without the columns that nobody refers to. */
    Candidates only(List<String> fields) {
        if (definition == null) {
            return this;
        }
        Query query = definition.query().chain();
        query.setImmediate(fields);
        return of(definition.with(query));
    }
}
