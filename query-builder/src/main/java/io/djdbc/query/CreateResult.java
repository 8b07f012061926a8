package io.djdbc.query;

/**
 * What {@code getOrCreate()} and {@code updateOrCreate()} give.
 *
 * @param object the instance
 * @param created whether it is new
 */
public record CreateResult<T>(T object, boolean created) {}
