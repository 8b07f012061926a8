package io.djdbc.query.row;

import io.djdbc.query.model.Field;
import io.djdbc.query.model.Model;
import io.djdbc.query.value.DatabaseValues;
import java.util.List;

/**
 * Which columns of a row make an instance.
 *
 * @param fields whose values they are
 * @param columns their numbers, from 1
 */
record RowColumns(DatabaseValues values, Model model, List<Field> fields, List<Integer> columns) {}
