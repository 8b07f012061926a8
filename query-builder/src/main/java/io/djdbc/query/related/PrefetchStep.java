package io.djdbc.query.related;

import io.djdbc.query.Q;
import io.djdbc.query.QuerySet;
import io.djdbc.query.execute.Session;
import io.djdbc.query.expression.F;
import io.djdbc.query.model.Accessor;
import io.djdbc.query.model.Attribute;
import io.djdbc.query.model.ForeignKey;
import io.djdbc.query.model.ManyToMany;
import io.djdbc.query.model.Model;
import io.djdbc.query.model.ReverseRelation;
import io.djdbc.query.queryset.DefaultQuerySet;
import io.djdbc.query.queryset.Definition;
import io.djdbc.query.row.InstanceState;
import io.djdbc.query.row.InstanceStates;
import io.djdbc.query.sql.Query;
import io.djdbc.query.write.Saving;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One relation, followed for many instances with one query. */
abstract class PrefetchStep {

    final Session session;

    PrefetchStep(Session session) {
        this.session = session;
    }

    /** The step by a name; null if the instance has no relation of that name. */
    static @Nullable PrefetchStep of(Session session, Object instance, String name, @Nullable String toAttr) {
        Model model = Saving.model(session, instance);
        ReverseRelation reverse = Attributes.reverse(model, name);
        if (reverse != null && reverse.isManyToMany()) {
            ManyToManySide side = ManyToManySide.reverse((ManyToMany) reverse.forward());
            return new Many(
                    session,
                    side,
                    toAttr == null ? side.cacheName() : toAttr,
                    toAttr == null ? reverse.accessor() : null);
        }
        if (reverse != null && reverse.forward() instanceof ForeignKey key) {
            return reverse.isOneToOne()
                    ? new OtherSide(session, reverse, key, toAttr)
                    : new Pointing(
                            session,
                            key,
                            toAttr == null ? cacheName(reverse) : toAttr,
                            toAttr == null ? reverse.accessor() : null);
        }
        Attribute attribute = model.attribute(name);
        if (attribute instanceof ManyToMany relation) {
            ManyToManySide side = ManyToManySide.forward(relation);
            return new Many(
                    session,
                    side,
                    toAttr == null ? side.cacheName() : toAttr,
                    toAttr == null ? relation.accessor() : null);
        }
        return attribute instanceof ForeignKey key ? new Single(session, key, toAttr) : null;
    }

    private static String cacheName(ReverseRelation reverse) {
        return Objects.requireNonNullElse(reverse.accessorName(), reverse.name());
    }

    abstract boolean isRead(Object instance);

    /** What has been read before. */
    abstract List<?> present(List<?> instances);

    /** @param nested gets the lookups of the query set */
    abstract List<?> read(List<?> instances, @Nullable QuerySet<?> own, List<Object> nested);

    /** The query set to read from, without its own lookups, which are left to the caller. */
    final Definition definition(Model model, @Nullable QuerySet<?> own, List<Object> nested) {
        if (own == null) {
            return DefaultQuerySet.rows(session, model).definition();
        }
        Definition definition = ((DefaultQuerySet<?>) own).definition();
        nested.addAll(definition.prefetches());
        return definition.withoutPrefetches();
    }

    /** With the joins that there are, so that these find the rows of the instances and no others. */
    static List<Object> rows(Definition definition, Q condition) {
        Query query = definition.query().chain();
        query.addQReusingAll(condition);
        return DefaultQuerySet.<Object>of(definition.with(query)).toList();
    }

    /** As {@link #rows}, where no instance has more than one: their order means nothing. */
    static List<Object> single(Definition definition, Q condition) {
        Query query = definition.query().chain();
        query.addQ(condition);
        query.clearOrdering(false, true);
        return DefaultQuerySet.<Object>of(definition.with(query)).toList();
    }

    static void keep(Object instance, String name, @Nullable Accessor accessor, List<Object> objects) {
        InstanceStates.of(instance).prefetch(name, List.copyOf(objects));
        if (accessor != null) {
            DeclaredCollections.set(instance, accessor, objects);
        }
    }

    static boolean isKept(Object instance, String name) {
        InstanceState state = InstanceStates.find(instance);
        return state != null && state.prefetched(name) != null;
    }

    /** Whether a single object was read ahead under a name of its own. */
    static boolean isRelated(Object instance, String name) {
        InstanceState state = InstanceStates.find(instance);
        return state != null && state.related(name) != null;
    }

    static List<Object> related(List<?> instances, String name) {
        List<Object> objects = new ArrayList<>();
        for (Object instance : instances) {
            Optional<Object> related = InstanceStates.of(instance).related(name);
            if (related != null) {
                related.ifPresent(objects::add);
            }
        }
        return objects;
    }

    static List<Object> kept(List<?> instances, String name) {
        List<Object> all = new ArrayList<>();
        for (Object instance : instances) {
            InstanceState state = InstanceStates.find(instance);
            List<?> objects = state == null ? null : state.prefetched(name);
            if (objects != null) {
                all.addAll(objects);
            }
        }
        return all;
    }

    /** The object that a foreign key points to. */
    private static final class Single extends PrefetchStep {

        private final ForeignKey key;
        private final @Nullable String name;

        /** @param name where the object is kept; null: in the foreign key */
        Single(Session session, ForeignKey key, @Nullable String name) {
            super(session);
            this.key = key;
            this.name = name;
        }

        @Override
        boolean isRead(Object instance) {
            if (name != null) {
                return isRelated(instance, name);
            }
            if (key.isParentLink()) {
                InstanceState state = InstanceStates.find(instance);
                return state != null && state.related(key.name()) != null;
            }
            Object related = key.related(instance);
            return related == null || !References.isReference(session, key, related);
        }

        @Override
        List<?> present(List<?> instances) {
            if (name != null) {
                return related(instances, name);
            }
            List<Object> objects = new ArrayList<>();
            for (Object instance : instances) {
                Object related = key.isParentLink()
                        ? Objects.requireNonNull(InstanceStates.of(instance).related(key.name()))
                                .orElse(null)
                        : key.related(instance);
                if (related != null) {
                    objects.add(related);
                }
            }
            return objects;
        }

        @Override
        List<?> read(List<?> instances, @Nullable QuerySet<?> own, List<Object> nested) {
            Set<Object> keys = new LinkedHashSet<>();
            instances.forEach(instance -> Optional.ofNullable(key.get(instance)).ifPresent(keys::add));
            Definition definition = definition(key.target(), own, nested);
            List<Object> rows = single(definition, Q.of(key.targetField().name() + "__in", new ArrayList<>(keys)));
            Map<Object, Object> byKey = new LinkedHashMap<>();
            rows.forEach(
                    row -> byKey.put(Objects.requireNonNull(key.targetField().get(row)), row));
            for (Object instance : instances) {
                Object value = key.get(instance);
                if (value == null) {
                    if (name != null) {
                        InstanceStates.of(instance).relate(name, null);
                    }
                    continue;
                }
                Object row = byKey.get(value);
                if (row != null && key.isOneToOne() && key.reverse().accessorName() != null) {
                    Attributes.remember(row, key.reverse(), instance);
                }
                if (name != null) {
                    InstanceStates.of(instance).relate(name, row);
                } else if (row == null) {
                    Attributes.rememberMissing(instance, key, value);
                } else {
                    Attributes.point(instance, key, row);
                }
            }
            return rows;
        }
    }

    /** The object on the other side of a one-to-one relation. */
    private static final class OtherSide extends PrefetchStep {

        private final ReverseRelation relation;
        private final ForeignKey key;

        private final @Nullable String name;

        /** @param name where the object is kept; null: in the attribute of the relation */
        OtherSide(Session session, ReverseRelation relation, ForeignKey key, @Nullable String name) {
            super(session);
            this.relation = relation;
            this.key = key;
            this.name = name;
        }

        private @Nullable Optional<Object> known(Object instance) {
            Accessor accessor = relation.accessor();
            Object held = accessor == null ? null : accessor.get(instance);
            InstanceState state = InstanceStates.find(instance);
            return held != null ? Optional.of(held) : state == null ? null : state.related(cacheName(relation));
        }

        @Override
        boolean isRead(Object instance) {
            return name != null ? isRelated(instance, name) : known(instance) != null;
        }

        @Override
        List<?> present(List<?> instances) {
            if (name != null) {
                return related(instances, name);
            }
            List<Object> objects = new ArrayList<>();
            for (Object instance : instances) {
                Optional<Object> known = known(instance);
                if (known != null) {
                    known.ifPresent(objects::add);
                }
            }
            return objects;
        }

        @Override
        List<?> read(List<?> instances, @Nullable QuerySet<?> own, List<Object> nested) {
            List<Object> rows =
                    single(definition(key.model(), own, nested), Q.of(key.name() + "__in", List.copyOf(instances)));
            Map<Object, Object> byKey = new LinkedHashMap<>();
            rows.forEach(row -> byKey.put(Objects.requireNonNull(key.get(row)), row));
            for (Object instance : instances) {
                Object row = byKey.get(Objects.requireNonNull(key.targetField().get(instance)));
                if (name != null) {
                    InstanceStates.of(instance).relate(name, row);
                } else {
                    Attributes.remember(instance, relation, row);
                }
                if (row != null) {
                    Attributes.point(row, key, instance);
                }
            }
            return rows;
        }
    }

    /** The objects whose foreign key points to the instances. */
    private static final class Pointing extends PrefetchStep {

        private final ForeignKey key;
        private final String name;
        private final @Nullable Accessor accessor;

        Pointing(Session session, ForeignKey key, String name, @Nullable Accessor accessor) {
            super(session);
            this.key = key;
            this.name = name;
            this.accessor = accessor;
        }

        @Override
        boolean isRead(Object instance) {
            return isKept(instance, name);
        }

        @Override
        List<?> present(List<?> instances) {
            return kept(instances, name);
        }

        @Override
        List<?> read(List<?> instances, @Nullable QuerySet<?> own, List<Object> nested) {
            List<Object> rows =
                    rows(definition(key.model(), own, nested), Q.of(key.name() + "__in", List.copyOf(instances)));
            Map<Object, List<Object>> byKey = new LinkedHashMap<>();
            rows.forEach(row -> byKey.computeIfAbsent(Objects.requireNonNull(key.get(row)), any -> new ArrayList<>())
                    .add(row));
            for (Object instance : instances) {
                Object value = Objects.requireNonNull(key.targetField().get(instance));
                List<Object> mine = byKey.getOrDefault(value, List.of());
                mine.forEach(row -> key.setRelated(row, instance));
                keep(instance, name, accessor, mine);
            }
            return rows;
        }
    }

    /** The objects on the far side of a many-to-many relation. */
    private static final class Many extends PrefetchStep {

        private final ManyToManySide side;
        private final String name;
        private final @Nullable Accessor accessor;

        Many(Session session, ManyToManySide side, String name, @Nullable Accessor accessor) {
            super(session);
            this.side = side;
            this.name = name;
            this.accessor = accessor;
        }

        @Override
        boolean isRead(Object instance) {
            return isKept(instance, name);
        }

        @Override
        List<?> present(List<?> instances) {
            return kept(instances, name);
        }

        /** A row for each relation: an object comes as often as it is related. */
        @Override
        List<?> read(List<?> instances, @Nullable QuerySet<?> own, List<Object> nested) {
            Definition definition = definition(side.model(), own, nested);
            String keyName = side.source().targetField().name();
            String owner = "_prefetch_related_val_" + side.source().column();
            Query query = definition.query().chain();
            query.setSticky();
            query.addQReusingAll(Q.of(side.queryName() + "__in", List.copyOf(instances)));
            query.addAnnotation(F.of(side.queryName() + "__" + keyName), owner, true);
            List<Object> rows =
                    DefaultQuerySet.<Object>of(definition.with(query)).toList();
            Map<Object, List<Object>> byKey = new LinkedHashMap<>();
            for (Object row : rows) {
                Object key = Objects.requireNonNull(
                        InstanceStates.of(row).annotations().remove(owner));
                byKey.computeIfAbsent(key, any -> new ArrayList<>()).add(row);
            }
            for (Object instance : instances) {
                Object value =
                        Objects.requireNonNull(side.source().targetField().get(instance));
                keep(instance, name, accessor, byKey.getOrDefault(value, List.of()));
            }
            return rows;
        }
    }
}
