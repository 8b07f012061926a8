package io.djdbc.query.row;

import io.djdbc.query.Database;
import io.djdbc.query.sql.CompiledSelect;
import io.djdbc.query.sql.ModelColumns;
import io.djdbc.query.value.DatabaseValues;
import io.djdbc.query.value.ValueReader;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the rows of a compiled SELECT become instances with their annotations. Safe for use by several threads. */
public final class InstanceRows {

    private final InstanceReader instances;
    private final @Nullable Annotations annotations;
    private final String[] names;
    private final int[] columns;
    private final ValueReader[] readers;

    public InstanceRows(CompiledSelect select, DatabaseValues values, InstanceMakers makers) {
        ModelColumns model = Objects.requireNonNull(select.model(), "no model is selected");
        this.instances = new InstanceReader(model, select.columns(), values, makers);
        int count = select.annotations().size();
        this.annotations = count == 0 ? null : new Annotations(instances.model());
        this.names = new String[count];
        this.columns = new int[count];
        this.readers = new ValueReader[count];
        int i = 0;
        for (Map.Entry<String, Integer> column : select.annotations().entrySet()) {
            names[i] = column.getKey();
            columns[i] = column.getValue() + 1;
            readers[i++] = RowReaders.reader(select.columns().get(column.getValue()), values);
        }
    }

    /** Whether what an instance came from need not be known, so that {@link #reader()} can read it. */
    public boolean isPlain() {
        return instances.isPlain() && annotations == null;
    }

    /** The reader of rows from anywhere. */
    public RowReader reader() {
        return instances.plain();
    }

    /** The reader of the rows of this database. */
    public RowReader reader(Database.Origin origin) {
        InstanceReader from = instances.of(origin);
        Annotations targets = annotations;
        if (targets == null) {
            return from;
        }
        return row -> {
            Object instance = from.read(row);
            for (int i = 0; i < readers.length; i++) {
                targets.set(instance, names[i], readers[i].read(row, columns[i]));
            }
            return instance;
        };
    }
}
