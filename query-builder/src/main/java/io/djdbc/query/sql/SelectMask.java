package io.djdbc.query.sql;

import io.djdbc.query.FieldDoesNotExist;
import io.djdbc.query.FieldError;
import io.djdbc.query.model.Attribute;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.ManyToMany;
import io.djdbc.query.model.Model;
import io.djdbc.query.model.ReverseRelation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns that are read of a model and of those related to it; nothing: all of them. */
final class SelectMask {

    static final SelectMask ALL = new SelectMask();

    private final Map<Attribute, SelectMask> fields = new LinkedHashMap<>();

    private SelectMask() {}

    /** A path taken apart. */
    private static final class Names {
        private final Map<String, Names> parts = new LinkedHashMap<>();
    }

    static SelectMask of(Query query) {
        DeferredFields deferred = query.deferred;
        if (deferred.names().isEmpty()) {
            return ALL;
        }
        Names names = new Names();
        for (String path : deferred.names()) {
            Names at = names;
            for (String part : PathResolver.split(path)) {
                at = at.parts.computeIfAbsent(part, key -> new Names());
            }
        }
        return deferred.defer() ? without(query.model(), names) : only(query.model(), names);
    }

    boolean isAll() {
        return fields.isEmpty();
    }

    boolean contains(Attribute attribute) {
        return fields.isEmpty() || fields.containsKey(attribute);
    }

    SelectMask of(Attribute relation) {
        return fields.getOrDefault(relation, ALL);
    }

    private static SelectMask only(Model model, Names names) {
        SelectMask mask = new SelectMask();
        mask.fields.put(model.primaryKey(), new SelectMask());
        names.parts.forEach((name, rest) -> {
            Attribute attribute = model.attribute(name);
            if (attribute == null) {
                throw new FieldDoesNotExist(model.name() + " has no field named '" + name + "'");
            }
            SelectMask inner = new SelectMask();
            if (!rest.parts.isEmpty()) {
                inner = only(related(attribute, rest), rest);
            }
            mask.fields.put(attribute, inner);
        });
        return mask;
    }

    private static SelectMask without(Model model, Names names) {
        SelectMask mask = new SelectMask();
        mask.fields.put(model.primaryKey(), new SelectMask());
        for (Attribute attribute : model.attributes()) {
            Names rest = find(names, attribute);
            if (rest == null) {
                mask.fields.putIfAbsent(attribute, new SelectMask());
            } else if (!rest.parts.isEmpty() && !isManyToMany(attribute)) {
                mask.fields.put(attribute, without(related(attribute, rest), rest));
            }
        }
        for (String name : names.parts.keySet()) {
            if (model.attribute(name) == null) {
                throw new FieldDoesNotExist(model.name() + " has no field named '" + name + "'");
            }
        }
        return mask;
    }

    private static boolean isManyToMany(Attribute attribute) {
        return attribute instanceof ManyToMany
                || attribute instanceof ReverseRelation reverse && reverse.isManyToMany();
    }

    private static @Nullable Names find(Names names, Attribute attribute) {
        for (Map.Entry<String, Names> entry : names.parts.entrySet()) {
            if (attribute.model().attribute(entry.getKey()) == attribute
                    || attribute.name().equals(entry.getKey())
                    || attribute instanceof Field field && field.attname().equals(entry.getKey())) {
                return entry.getValue();
            }
        }
        return null;
    }

    private static Model related(Attribute attribute, Names rest) {
        Model related = attribute.relatedModel();
        if (related == null) {
            throw new FieldError(rest.parts.keySet().iterator().next());
        }
        return related.concrete();
    }
}
