package io.djdbc.query.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a model's paths can name, at one moment: registering another class can add ways back. */
record Attributes(
        Map<String, Attribute> byName,
        List<Attribute> visible,
        List<String> names,
        List<ReverseRelation> reverse,
        List<ReverseRelation> localReverse) {

    static final Attributes NONE = new Attributes(Map.of(), List.of(), List.of(), List.of(), List.of());

    /**
     * @param local the ways back of relations that point to each model, in the order of registration
     */
    static Attributes of(Model model, Map<Model, List<ReverseRelation>> local) {
        List<ReverseRelation> own = List.copyOf(local.getOrDefault(model, List.of()));
        List<ReverseRelation> reverse = List.copyOf(reverse(model, model, local));
        Set<Attribute> visible = new LinkedHashSet<>();
        for (Attribute attribute : all(model, model, local)) {
            if (!attribute.isHidden()) {
                visible.add(attribute);
            }
        }
        Map<String, Attribute> byName = new LinkedHashMap<>();
        Set<String> names = new TreeSet<>();
        for (ReverseRelation relation : reverse) {
            byName.put(relation.name(), relation);
        }
        for (ManyToMany relation : model.manyToMany()) {
            byName.put(relation.name(), relation);
        }
        for (Field field : model.fields()) {
            byName.put(field.attname(), field);
        }
        for (Field field : model.fields()) {
            byName.put(field.name(), field);
        }
        for (Attribute attribute : visible) {
            names.add(attribute.name());
            if (attribute instanceof Field field) {
                names.add(field.attname());
            }
        }
        return new Attributes(Map.copyOf(byName), List.copyOf(visible), List.copyOf(names), reverse, own);
    }

    /** As {@code _get_fields}: parents' first, but for the way back to this child itself. */
    private static List<ReverseRelation> reverse(Model model, Model top, Map<Model, List<ReverseRelation>> local) {
        Set<ReverseRelation> all = new LinkedHashSet<>();
        for (Model parent : model.parents().keySet()) {
            for (ReverseRelation relation : reverse(parent, top, local)) {
                if (isInherited(relation, model)) {
                    all.add(relation);
                }
            }
        }
        all.addAll(local.getOrDefault(model, List.of()));
        return new ArrayList<>(all);
    }

    private static List<Attribute> all(Model model, Model top, Map<Model, List<ReverseRelation>> local) {
        Set<Attribute> all = new LinkedHashSet<>();
        for (Model parent : model.parents().keySet()) {
            for (Attribute attribute : all(parent, top, local)) {
                if (!(attribute instanceof ReverseRelation relation) || isInherited(relation, model)) {
                    all.add(attribute);
                }
            }
        }
        all.addAll(local.getOrDefault(model, List.of()));
        all.addAll(model.localFields());
        all.addAll(model.localManyToMany());
        return new ArrayList<>(all);
    }

    private static boolean isInherited(ReverseRelation relation, Model model) {
        boolean parentLink = relation.forward() instanceof ForeignKey key && key.isParentLink();
        return !parentLink || relation.model().concrete() == model.concrete();
    }
}
