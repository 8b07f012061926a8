package io.djdbc.query.related;

import io.djdbc.query.execute.Session;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.ForeignKey;
import io.djdbc.query.model.Model;
import io.djdbc.query.row.InstanceState;
import io.djdbc.query.row.InstanceStates;
import io.djdbc.query.write.Saving;
import java.util.Objects;

/**
 * Which related objects are no more than a key. Reading a row makes such objects for its foreign keys, and must not pay
 * for marking each of them: an object that has nothing but the key is taken for one.
 */
final class References {

    private References() {}

    static boolean isReference(Session session, ForeignKey key, Object object) {
        InstanceState state = InstanceStates.find(object);
        if (state != null && (state.isStored() || state.isReference())) {
            return state.isReference();
        }
        Model model = Saving.model(session, object);
        Object fresh = model.newInstance();
        for (Field field : model.fields()) {
            boolean isKey = field == key.targetField() || field instanceof ForeignKey link && link.isParentLink();
            if (!isKey && !Objects.equals(field.get(object), field.get(fresh))) {
                return false;
            }
        }
        return true;
    }
}
