package io.djdbc.query.sql;

import io.djdbc.query.model.ForeignKey;
import io.djdbc.query.model.Model;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a result make an object, and those related to it.
 *
 * @param model the object's model
 * @param key the foreign key by which it is related to the object before; null for the first
 * @param reverse whether the key is this object's, not the other's
 * @param fromParent whether the other is the parent part of this object
 * @param columns their indexes; those of the parent part come first
 * @param related objects read with it
 */
public record ModelColumns(
        Model model,
        @Nullable ForeignKey key,
        boolean reverse,
        boolean fromParent,
        List<Integer> columns,
        List<ModelColumns> related) {}
