package io.djdbc.dialect;

/** Which boolean expressions a database takes as a condition of their own. */
public enum ConditionStyle {
    /** All: {@code WHERE active}. */
    ANY,
    /** All, but an index is used only if a column is compared: {@code WHERE active = ?}. */
    COMPARED_COLUMNS,
    /** Only predicates (comparisons, EXISTS); everything else is compared: {@code WHERE active = ?}. */
    PREDICATES
}
