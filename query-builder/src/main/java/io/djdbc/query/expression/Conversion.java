package io.djdbc.query.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is done to a user's value before it is bound. A pure function: the same for equal values, without effects. */
@FunctionalInterface
public interface Conversion {

    /** Leaves the value as it is. */
    Conversion NONE = new Conversion() {
        @Override
        public @Nullable Object convert(@Nullable Object value) {
            return value;
        }

        @Override
        public Conversion then(Conversion next) {
            return next;
        }

        @Override
        public void addTo(List<Conversion> steps) {
            // nothing is done
        }

        @Override
        public String toString() {
            return "none";
        }
    };

    @Nullable
    Object convert(@Nullable Object value);

    /** This conversion, and then another. */
    default Conversion then(Conversion next) {
        return next == NONE ? this : new Chain(this, next);
    }

    /** Adds the single conversions that this one is made of. */
    default void addTo(List<Conversion> steps) {
        steps.add(this);
    }

    /** One conversion after another; equal if both parts are. */
    record Chain(Conversion first, Conversion second) implements Conversion {
        @Override
        public void addTo(List<Conversion> steps) {
            first.addTo(steps);
            second.addTo(steps);
        }

        @Override
        public @Nullable Object convert(@Nullable Object value) {
            return second.convert(first.convert(value));
        }
    }
}
