package io.djdbc.query.sql;

import io.djdbc.dialect.InsertConflict;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.Model;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An INSERT of rows into the table of one model; not into those of its parents.
 *
 * @param model whose table it is
 * @param fields the columns; empty: only the generated key
 * @param rows the values of each row, in the order of the fields: values, slots or expressions
 * @param returning the columns to be given back of each row
 * @param conflict what becomes of a row whose key is there
 * @param updated with {@link InsertConflict#UPDATE} the columns that are updated
 * @param unique with {@link InsertConflict#UPDATE} the columns by which a row is found to be there
 */
public record InsertQuery(
        Model model,
        List<Field> fields,
        List<? extends List<? extends @Nullable Object>> rows,
        List<Field> returning,
        InsertConflict conflict,
        List<Field> updated,
        List<Field> unique) {

    /** Rows that must not be there. */
    public static InsertQuery of(
            Model model,
            List<Field> fields,
            List<? extends List<? extends @Nullable Object>> rows,
            List<Field> returning) {
        return new InsertQuery(model, fields, rows, returning, InsertConflict.FAIL, List.of(), List.of());
    }
}
