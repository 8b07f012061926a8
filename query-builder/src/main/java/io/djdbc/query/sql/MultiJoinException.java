package io.djdbc.query.sql;

import java.util.List;

/** A path crosses a relation to many objects where that needs a subquery. A signal, so without a stack trace. */
final class MultiJoinException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<PathResolver.NamedPath> path;

    MultiJoinException(List<PathResolver.NamedPath> path) {
        super("multi-valued join", null, false, false);
        this.path = path;
    }

    List<PathResolver.NamedPath> path() {
        return path;
    }
}
