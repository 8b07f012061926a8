package io.djdbc.query.model;

/** What becomes of an object when the one that its foreign key points to is deleted; Django's {@code on_delete}. */
public enum OnDelete {
    /** It is deleted too. */
    CASCADE,
    /** The deletion is refused. */
    PROTECT,
    /** The deletion is refused, unless the object is deleted too by a cascade that came another way. */
    RESTRICT,
    /** The key becomes null. */
    SET_NULL,
    /** The key becomes the field's default. */
    SET_DEFAULT,
    /** The key becomes a given one. */
    SET,
    /** Nothing: the database will object, unless it was told otherwise. */
    DO_NOTHING
}
