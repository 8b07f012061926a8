package io.djdbc.query.queryset;

import io.djdbc.query.model.ForeignKey;
import io.djdbc.query.row.RowReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Instances that know the owner of the related set that they come from. */
final class HintedReader implements RowReader {

    private final RowReader reader;
    private final Definition definition;

    HintedReader(RowReader reader, Definition definition) {
        this.reader = reader;
        this.definition = definition;
    }

    @Override
    public @Nullable Object read(ResultSet row) throws SQLException {
        Object instance = reader.read(row);
        if (instance != null) {
            for (Map.Entry<String, Object> hint : definition.hints().entrySet()) {
                if (definition.model().attribute(hint.getKey()) instanceof ForeignKey key
                        && isSame(key, instance, hint.getValue())) {
                    key.setRelated(instance, hint.getValue());
                }
            }
        }
        return instance;
    }

    private static boolean isSame(ForeignKey key, Object instance, Object owner) {
        Object value = key.get(instance);
        return value != null && value.equals(key.targetField().get(owner));
    }
}
