package io.djdbc.query.related;

import io.djdbc.query.model.ForeignKey;
import io.djdbc.query.model.ManyToMany;
import io.djdbc.query.model.Model;
import io.djdbc.query.model.ReverseRelation;
import java.util.Objects;

/**
 * A many-to-many relation seen from one of its sides.
 *
 * @param relation the relation
 * @param model the model of the objects on the far side
 * @param queryName the name under which the far side's lookups find this one
 * @param cacheName the name under which objects that were read ahead are kept
 * @param source the key of the table between that points to this side
 * @param target the one that points to the far side
 */
record ManyToManySide(
        ManyToMany relation, Model model, String queryName, String cacheName, ForeignKey source, ForeignKey target) {

    static ManyToManySide forward(ManyToMany relation) {
        return new ManyToManySide(
                relation,
                relation.target(),
                relation.reverse().name(),
                relation.name(),
                relation.sourceField(),
                relation.targetField());
    }

    static ManyToManySide reverse(ManyToMany relation) {
        ReverseRelation reverse = relation.reverse();
        return new ManyToManySide(
                relation,
                relation.model(),
                relation.name(),
                Objects.requireNonNullElse(reverse.accessorName(), reverse.name()),
                relation.targetField(),
                relation.sourceField());
    }

    boolean isSymmetrical() {
        return relation.isSymmetrical();
    }
}
