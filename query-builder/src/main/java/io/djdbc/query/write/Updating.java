package io.djdbc.query.write;

import io.djdbc.query.execute.Backend;
import io.djdbc.query.execute.Session;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.Model;
import io.djdbc.query.queryset.DefaultQuerySet;
import io.djdbc.query.queryset.Definition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Updates rows. */
public final class Updating {

    private Updating() {}

    public static long update(Definition definition, Map<String, ? extends @Nullable Object> fields) {
        throw new UnsupportedOperationException("later");
    }

    static boolean exists(Session session, Backend backend, Model model, Object key) {
        return DefaultQuerySet.rows(session, model)
                .using(backend.alias())
                .filter("pk", key)
                .exists();
    }

    static int updateRow(
            Session session, Backend backend, Model model, Object instance, Object key, List<Field> fields) {
        throw new UnsupportedOperationException("later");
    }
}
