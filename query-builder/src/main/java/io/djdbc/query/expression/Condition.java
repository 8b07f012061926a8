package io.djdbc.query.expression;

/** A predicate by nature: a comparison, EXISTS, or several of them connected; not merely a boolean column or value. */
public interface Condition {}
