package io.djdbc.query.row;

import io.djdbc.query.value.ValueReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes instances of columns, and nothing around them. After some rows it has a class of its own made for that, which not
 * every query is worth. Safe for use by several threads.
 */
final class InstanceMaker implements RowReader {

    private static final System.Logger LOGGER = System.getLogger(InstanceMaker.class.getName());

    /** Rows that are read before a class is made, which takes as long as reading some thousands. */
    private static final int WORTH_A_CLASS = 2_000;

    private final RowColumns columns;
    private final ValueReader[] readers;
    private int rows;
    private volatile @Nullable RowReader generated;

    InstanceMaker(RowColumns columns) {
        this.columns = columns;
        this.readers = columns.fields().stream().map(columns.values()::reader).toArray(ValueReader[]::new);
    }

    @Override
    public Object read(ResultSet row) throws SQLException {
        RowReader own = generated;
        Object instance = own == null ? slowly(row) : own.read(row);
        if (instance == null) {
            throw new IllegalStateException("no instance was made");
        }
        return instance;
    }

    @Override
    public void readAll(ResultSet rows, List<@Nullable Object> target) throws SQLException {
        RowReader own = generated;
        while (own == null && rows.next()) {
            target.add(slowly(rows));
            own = generated;
        }
        if (own != null) {
            own.readAll(rows, target);
        }
    }

    /** Where no class can be made, rows are read as before. */
    private @Nullable RowReader generateIfPossible() {
        try {
            return RowGenerator.generate(columns);
        } catch (RuntimeException | LinkageError failure) {
            LOGGER.log(System.Logger.Level.DEBUG, "no class to read " + columns.model() + " was made", failure);
            return null;
        }
    }

    private Object slowly(ResultSet row) throws SQLException {
        // it is no matter if threads that count at once lose some
        if (rows++ == WORTH_A_CLASS) {
            generated = generateIfPossible();
        }
        Object instance = columns.model().newInstance();
        for (int i = 0; i < readers.length; i++) {
            columns.fields()
                    .get(i)
                    .load(instance, readers[i].read(row, columns.columns().get(i)));
        }
        return instance;
    }
}
