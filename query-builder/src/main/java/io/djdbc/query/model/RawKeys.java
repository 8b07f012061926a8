package io.djdbc.query.model;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MapsId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Attributes that hold the raw key of a relation beside it, as JPA has them: {@code @Column(name = "blog_id", insertable =
 * false, updatable = false) Long blogId}, or the {@code @Id} of an entity whose relation has {@code @MapsId}. They are no
 * columns of their own.
 */
final class RawKeys {

    private RawKeys() {}

    static List<ClassAttribute> of(List<ClassAttribute> attributes) {
        List<ClassAttribute> raw = new ArrayList<>();
        for (ClassAttribute attribute : attributes) {
            if (!Relations.isForeignKey(attribute)) {
                continue;
            }
            ClassAttribute own = find(attribute, attributes);
            if (own != null) {
                raw.add(own);
            }
        }
        for (ClassAttribute attribute : attributes) {
            Column column = attribute.annotation(Column.class);
            if (column != null && !(column.insertable() && column.updatable()) && !raw.contains(attribute)) {
                throw attribute.wrong(
                        "is insertable = false or updatable = false, which only the raw key of a relation can"
                                + " be: a column that the database fills is not supported");
            }
        }
        return raw;
    }

    static @Nullable Accessor accessor(ClassAttribute relation, List<ClassAttribute> attributes) {
        ClassAttribute raw = find(relation, attributes);
        return raw == null ? null : raw.accessor();
    }

    private static @Nullable ClassAttribute find(ClassAttribute relation, List<ClassAttribute> attributes) {
        MapsId mapsId = relation.annotation(MapsId.class);
        if (mapsId != null && !mapsId.value().isEmpty()) {
            throw relation.wrong("has @MapsId for a part of a key; models have keys of one column");
        }
        String column = Relations.column(relation).column();
        for (ClassAttribute attribute : attributes) {
            if (attribute == relation || Relations.isRelation(attribute)) {
                continue;
            }
            if (mapsId != null && attribute.has(Id.class)) {
                return attribute;
            }
            Column own = attribute.annotation(Column.class);
            if (own != null
                    && !own.insertable()
                    && !own.updatable()
                    && BasicFields.unquoted(own.name()).equals(column)) {
                return attribute;
            }
        }
        return null;
    }
}
