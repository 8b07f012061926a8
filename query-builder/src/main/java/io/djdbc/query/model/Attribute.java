package io.djdbc.query.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a lookup path can name in a model: a column, a relation, or the way back of a relation; what Django's {@code
 * _meta.get_field()} gives.
 */
public sealed interface Attribute permits Field, ManyToMany, ReverseRelation {

    /** The name in lookup paths: {@code pub_date}; of a way back, its query name: {@code entry}. */
    String name();

    /** The model that has it; for an inherited one the parent's model, as in Django. */
    Model model();

    /** Whether it leads to another model. */
    default boolean isRelation() {
        return relatedModel() != null;
    }

    /** Where it leads; null for a plain field. */
    @Nullable
    Model relatedModel();

    /** Whether it can lead to several objects: a many-to-many relation, and the way back of a foreign key. */
    default boolean isMultiple() {
        return false;
    }

    /** Whether it may have no value: a nullable column, a way back, a many-to-many relation. */
    boolean isNullable();

    /**
     * Whether {@link Model#attributeNames()} leaves it out: a way back that was hidden with {@code relatedName = "+"},
     * or belongs to a join table that nobody declared.
     */
    default boolean isHidden() {
        return false;
    }

    /** The joins that follow it, Django's {@code path_infos}; empty for a plain field. */
    List<PathStep> path();
}
