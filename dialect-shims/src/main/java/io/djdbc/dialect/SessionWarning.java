package io.djdbc.dialect;

/**
 * Something that a DBA should know about a session; it works nevertheless.
 *
 * @param id stable, for filters; Django's own where it has one: {@code mysql.W002}
 * @param message what is the matter and what to do about it
 */
public record SessionWarning(String id, String message) {}
