package io.djdbc.query.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fields that are unique together: with a name Django's {@code UniqueConstraint}, without one its {@code
 * unique_together}, whose constraint gets an automatic name.
 */
public record UniqueConstraint(@Nullable String name, List<Field> fields) {

    public UniqueConstraint {
        fields = List.copyOf(fields);
    }
}
