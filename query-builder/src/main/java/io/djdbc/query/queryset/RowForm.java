package io.djdbc.query.queryset;

/** What a row becomes. */
public enum RowForm {
    INSTANCE,
    MAP,
    LIST,
    /** Its only value. */
    FLAT
}
