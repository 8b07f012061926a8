package io.djdbc.query.queryset;

import io.djdbc.query.QuerySet;

/** All rows of a model. */
final class DefaultManager<T> extends DelegatingManager<T> {

    private final DefaultQuerySet<T> all;

    DefaultManager(DefaultQuerySet<T> all) {
        this.all = all;
    }

    @Override
    protected QuerySet<T> rows() {
        return all.all();
    }

    @Override
    public String toString() {
        return "Manager of " + all.model().label();
    }
}
