package io.djdbc.query.delete;

import io.djdbc.query.Deletion;
import io.djdbc.query.execute.Session;
import io.djdbc.query.queryset.Definition;

/** Deletes instances and query sets. */
public final class Deleting {

    public Deleting(Session session) {}

    public Deletion delete(Object instance, boolean keepParents) {
        throw new UnsupportedOperationException("later");
    }

    public Deletion delete(Definition definition) {
        throw new UnsupportedOperationException("later");
    }
}
