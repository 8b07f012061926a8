package io.djdbc.dialect;

/** What an INSERT does with a row whose key is there already. */
public enum InsertConflict {
    /** It fails. */
    FAIL,
    /** The row is left out. */
    IGNORE,
    /** The row that is there is updated. */
    UPDATE
}
