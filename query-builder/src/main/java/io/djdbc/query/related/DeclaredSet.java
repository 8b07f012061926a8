package io.djdbc.query.related;

import io.djdbc.query.RelatedSet;
import io.djdbc.query.execute.Session;
import io.djdbc.query.model.Accessor;
import io.djdbc.query.model.ForeignKey;
import io.djdbc.query.model.ManyToMany;
import io.djdbc.query.model.Model;
import io.djdbc.query.model.ReverseRelation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attribute that an entity class declares as a {@link RelatedSet}: {@code entry.authors.add(john)}. Instances get
 * theirs when they are read or saved.
 */
public final class DeclaredSet {

    /** Most classes declare none, and saving asks each time. */
    private static final ClassValue<Boolean> DECLARES = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return declares(type);
        }
    };

    private final Accessor accessor;
    private final @Nullable ManyToManySide side;
    private final @Nullable ForeignKey key;

    private DeclaredSet(Accessor accessor, @Nullable ManyToManySide side, @Nullable ForeignKey key) {
        this.accessor = accessor;
        this.side = side;
        this.key = key;
    }

    /** Those of a model. */
    public static List<DeclaredSet> of(Model model) {
        if (!DECLARES.get(model.entityClass())) {
            return List.of();
        }
        List<DeclaredSet> declared = new ArrayList<>();
        for (ManyToMany relation : model.manyToMany()) {
            Accessor accessor = relation.accessor();
            if (accessor != null && isSet(accessor)) {
                declared.add(new DeclaredSet(accessor, ManyToManySide.forward(relation), null));
            }
        }
        for (ReverseRelation relation : model.reverseRelations()) {
            Accessor accessor = relation.accessor();
            if (accessor == null || !isSet(accessor) || !relation.isMultiple()) {
                continue;
            }
            declared.add(
                    relation.forward() instanceof ManyToMany forward
                            ? new DeclaredSet(accessor, ManyToManySide.reverse(forward), null)
                            : new DeclaredSet(accessor, null, (ForeignKey) relation.forward()));
        }
        return List.copyOf(declared);
    }

    private static boolean isSet(Accessor accessor) {
        return accessor.javaType() == RelatedSet.class;
    }

    private static boolean declares(Class<?> type) {
        for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (field.getType() == RelatedSet.class) {
                    return true;
                }
            }
            for (Method method : at.getDeclaredMethods()) {
                if (method.getReturnType() == RelatedSet.class) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Gives an instance its set, if it has the key that the set needs. */
    public void bind(Session session, Object instance) {
        if (side != null) {
            if (side.source().targetField().get(instance) != null) {
                accessor.set(instance, new ManyToManySet<>(session, instance, side));
            }
        } else if (key != null && key.target().primaryKey().get(instance) != null) {
            accessor.set(instance, new ReverseKeySet<>(session, instance, key));
        }
    }

    /** Gives an instance all of its sets. */
    public static void bindAll(Session session, Model model, Object instance) {
        for (DeclaredSet set : of(model)) {
            set.bind(session, instance);
        }
    }
}
