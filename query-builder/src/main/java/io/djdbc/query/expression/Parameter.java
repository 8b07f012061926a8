package io.djdbc.query.expression;

import io.djdbc.query.model.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is bound to one {@code ?}: a slot's value after a conversion, or a constant. Immutable. */
public final class Parameter {

    private final Slot slot;
    private final Conversion conversion;
    private final @Nullable FieldType type;
    /** The conversion again, so that a run need not go down its chain. */
    private final Conversion[] steps;

    private Parameter(Slot slot, Conversion conversion, @Nullable FieldType type) {
        this.slot = slot;
        this.conversion = conversion;
        this.type = type;
        List<Conversion> single = new ArrayList<>(4);
        conversion.addTo(single);
        this.steps = single.toArray(Conversion[]::new);
    }

    public static Parameter of(Slot slot, Conversion conversion, @Nullable FieldType type) {
        return new Parameter(slot, conversion, type);
    }

    /** A value that belongs to the SQL, not to the user. */
    public static Parameter constant(@Nullable Object value) {
        return new Parameter(Slot.of(value), Conversion.NONE, null);
    }

    public Slot slot() {
        return slot;
    }

    public Conversion conversion() {
        return conversion;
    }

    /** The type of the column or expression that it goes with; null if there is none. Binding may need it for null. */
    public @Nullable FieldType type() {
        return type;
    }

    /** The value to bind, of the slot's own value. */
    public @Nullable Object value() {
        return conversion.convert(slot.value());
    }

    /** The value to bind in a run with these arguments. */
    public @Nullable Object value(@Nullable Object[] arguments) {
        Object value = slot.value(arguments);
        for (Conversion step : steps) {
            value = step.convert(value);
        }
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Parameter that
                && type == that.type
                && conversion.equals(that.conversion)
                && (slot == that.slot
                        || slot.number() < 0
                                && that.slot.number() < 0
                                && Objects.equals(slot.value(), that.slot.value()));
    }

    @Override
    public int hashCode() {
        return 31 * conversion.hashCode() + (slot.number() < 0 ? Objects.hashCode(slot.value()) : slot.number());
    }

    /** Without the value, which may be secret. */
    @Override
    public String toString() {
        return "?" + (type == null ? "" : type.internalType());
    }
}
