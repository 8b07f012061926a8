package io.djdbc.query.model;

/**
 * Django's {@code CheckConstraint}.
 *
 * @param name the name in the database
 * @param condition SQL in which <code>{left}</code> stands for the column of the field {@code left}, quoted as the
 *     database wants it
 */
public record CheckConstraint(String name, String condition) {}
