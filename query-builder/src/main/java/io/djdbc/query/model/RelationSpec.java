package io.djdbc.query.model;

import org.jspecify.annotations.Nullable;

/**
 * What a relation was declared to be, besides its column.
 *
 * @param relatedName as in Django, hidden if it ends with {@code +}; null for the automatic one
 * @param relatedQueryName null for the automatic one
 */
record RelationSpec(
        OnDelete onDelete,
        @Nullable String setTo,
        @Nullable String relatedName,
        @Nullable String relatedQueryName,
        boolean parentLink,
        boolean dbConstraint,
        @Nullable String defaultKey,
        @Nullable Accessor inverse) {}
