package io.djdbc.conformance.queries;

import java.util.LinkedHashSet;
import java.util.Set;

/** The exceptions of Django and Python that an exception of the query builder stands for. */
final class DjangoExceptions {

    private DjangoExceptions() {}

    /** By the names of its classes; those of Java stand for Python's that are nearest. */
    static Set<String> names(RuntimeException exception) {
        Set<String> names = new LinkedHashSet<>();
        if (exception instanceof IndexOutOfBoundsException) {
            names.add("IndexError");
        } else if (exception instanceof UnsupportedOperationException) {
            names.add("AttributeError");
        } else if (exception.getClass() == IllegalArgumentException.class) {
            names.add("ValueError");
            names.add("TypeError");
        } else if (exception.getClass() == IllegalStateException.class) {
            names.add("TypeError");
        } else {
            names.add(exception.getClass().getSimpleName());
        }
        return names;
    }
}
