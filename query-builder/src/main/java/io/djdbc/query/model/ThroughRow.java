package io.djdbc.query.model;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An instance of a model that no class declares: a row of a join table that a many-to-many relation made. Its values are
 * read and written through the model's fields.
 */
public final class ThroughRow {

    private final Model model;
    private final @Nullable Object[] values;

    ThroughRow(Model model) {
        this.model = model;
        this.values = new Object[model.localFields().size()];
    }

    /** The model of the join table. */
    public Model model() {
        return model;
    }

    /**
     * The value of a field by its name or attname: {@code get("author_id")}.
     *
     * @throws IllegalArgumentException if the table has no such field
     */
    public @Nullable Object get(String name) {
        return field(name).get(this);
    }

    /** Sets the value of a field by its name or attname. */
    public void set(String name, @Nullable Object value) {
        field(name).set(this, value);
    }

    private Field field(String name) {
        if (model.attribute(name) instanceof Field field) {
            return field;
        }
        throw new IllegalArgumentException(
                model.label() + " has no field '" + name + "'; it has " + model.localFields());
    }

    @Nullable
    Object value(int index) {
        return values[index];
    }

    void value(int index, @Nullable Object value) {
        values[index] = value;
    }

    /** By model and primary key, as Django compares instances; without a key only an instance itself. */
    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        Object key = model.primaryKey().get(this);
        return key != null
                && other instanceof ThroughRow row
                && row.model == model
                && key.equals(model.primaryKey().get(row));
    }

    @Override
    public int hashCode() {
        Object key = model.primaryKey().get(this);
        return key == null ? System.identityHashCode(this) : Objects.hashCode(key);
    }

    @Override
    public String toString() {
        return model.name() + Arrays.toString(values);
    }
}
