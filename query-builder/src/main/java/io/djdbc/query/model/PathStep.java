package io.djdbc.query.model;

/**
 * One join of a path, Django's {@code PathInfo}.
 *
 * @param from the model that the join starts from
 * @param to the model that it leads to
 * @param targetField the field of {@code to} whose value stands for the relation's: the one that a foreign key points
 *     to, or on a way back the primary key
 * @param joinField the attribute that is followed: a {@link ForeignKey}, or the {@link ReverseRelation} of one; never a
 *     many-to-many relation, which makes two steps
 * @param fromColumn the field of {@code from} that the join compares
 * @param toColumn the field of {@code to} that the join compares
 * @param multiple whether one row of {@code from} can meet several of {@code to}; Django's {@code m2m}
 * @param direct whether the foreign key is followed forward
 */
public record PathStep(
        Model from,
        Model to,
        Field targetField,
        Attribute joinField,
        Field fromColumn,
        Field toColumn,
        boolean multiple,
        boolean direct) {

    /** Whether the join can find no row: the key is nullable, or the step goes backward. */
    public boolean nullable() {
        return joinField.isNullable();
    }
}
