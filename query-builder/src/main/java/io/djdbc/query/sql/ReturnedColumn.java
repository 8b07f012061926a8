package io.djdbc.query.sql;

/** Stands for the out parameter of Oracle's {@code RETURNING … INTO}. */
public final class ReturnedColumn {

    public static final ReturnedColumn INSTANCE = new ReturnedColumn();

    private ReturnedColumn() {}

    @Override
    public String toString() {
        return "returned column";
    }
}
