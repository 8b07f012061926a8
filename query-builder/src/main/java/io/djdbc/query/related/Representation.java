package io.djdbc.query.related;

import io.djdbc.query.model.Instances;

/** An object in a message, as Django shows it. */
final class Representation {

    private Representation() {}

    static String of(Object object) {
        if (object instanceof String text) {
            return "'" + text + "'";
        }
        return Instances.isInstance(object) ? Instances.repr(object) : object.toString();
    }
}
