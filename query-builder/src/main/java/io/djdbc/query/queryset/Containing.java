package io.djdbc.query.queryset;

import io.djdbc.query.model.Instances;
import io.djdbc.query.model.Model;
import io.djdbc.query.row.RowIdentity;
import java.util.List;

/** Whether an instance is among the rows. */
final class Containing {

    private Containing() {}

    static boolean contains(KeptRows<?> set, Object instance) {
        if (!Instances.isInstance(instance)) {
            throw new IllegalArgumentException("'obj' must be a model instance.");
        }
        Model model = set.session().models().model(instance.getClass());
        if (model.concrete() != set.model().concrete()) {
            return false;
        }
        Object key = model.primaryKey().get(instance);
        if (key == null) {
            throw new IllegalArgumentException("QuerySet.contains() cannot be used on unsaved objects.");
        }
        List<?> kept = set.keptRows();
        if (kept != null) {
            return kept.stream().anyMatch(row -> RowIdentity.same(row, instance));
        }
        return set.filter("pk", key).exists();
    }
}
