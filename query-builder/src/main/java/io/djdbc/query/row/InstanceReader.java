package io.djdbc.query.row;

import io.djdbc.query.Database;
import io.djdbc.query.PersistentObject;
import io.djdbc.query.execute.Session;
import io.djdbc.query.expression.Col;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.model.Accessor;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.ForeignKey;
import io.djdbc.query.model.Model;
import io.djdbc.query.model.ReverseRelation;
import io.djdbc.query.related.DeclaredSet;
import io.djdbc.query.sql.ModelColumns;
import io.djdbc.query.value.DatabaseValues;
import io.djdbc.query.value.ValueReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Instances of a row's columns, and those related to them that stand in the same row. */
public final class InstanceReader implements RowReader {

    private final Model model;
    private final Database.Origin origin;
    private final Field[] fields;
    private final int[] columns;
    private final ValueReader[] readers;
    private final int keyColumn;
    private final Set<Field> deferred;
    private final boolean marked;
    private final List<Related> related;
    private final List<DeclaredSet> sets;

    /** An instance in the same row, and how it is related to the one before. */
    private record Related(ForeignKey key, boolean reverse, InstanceReader reader) {}

    public InstanceReader(
            ModelColumns source, List<Expression> selected, DatabaseValues values, Database.Origin origin) {
        this.model = source.model();
        this.origin = origin;
        int size = source.columns().size();
        this.fields = new Field[size];
        this.columns = new int[size];
        this.readers = new ValueReader[size];
        int key = 0;
        for (int i = 0; i < size; i++) {
            int index = source.columns().get(i);
            fields[i] = ((Col) selected.get(index)).target();
            columns[i] = index + 1;
            readers[i] = values.reader(fields[i]);
            key = fields[i] == model.primaryKey() ? i : key;
        }
        this.keyColumn = key;
        this.deferred = new HashSet<>(model.fields());
        this.deferred.removeAll(Set.of(fields));
        this.marked = !deferred.isEmpty()
                || PersistentObject.class.isAssignableFrom(model.entityClass())
                || model.primaryKey().hasDefault()
                || !origin.alias().equals(Session.DEFAULT);
        this.sets = DeclaredSet.of(model);
        this.related = new ArrayList<>();
        for (ModelColumns next : source.related()) {
            ForeignKey link = next.key();
            if (link != null) {
                related.add(new Related(link, next.reverse(), new InstanceReader(next, selected, values, origin)));
            }
        }
    }

    public Model model() {
        return model;
    }

    @Override
    public Object read(ResultSet row) throws SQLException {
        Object instance = readOrNull(row, false);
        if (instance == null) {
            throw new IllegalStateException("a row without a primary key: " + model.label());
        }
        return instance;
    }

    private @Nullable Object readOrNull(ResultSet row, boolean optional) throws SQLException {
        if (optional && readers[keyColumn].read(row, columns[keyColumn]) == null) {
            return null;
        }
        Object instance = model.newInstance();
        for (int i = 0; i < fields.length; i++) {
            fields[i].set(instance, readers[i].read(row, columns[i]));
        }
        if (marked) {
            InstanceState state = InstanceStates.of(instance);
            state.stored(origin);
            state.defer(deferred);
        }
        for (DeclaredSet set : sets) {
            set.bind(origin.session(), instance);
        }
        for (Related next : related) {
            relate(instance, next, next.reader().readOrNull(row, true));
        }
        return instance;
    }

    private static void relate(Object instance, Related how, @Nullable Object other) {
        ReverseRelation way = how.key().reverse();
        if (!how.reverse()) {
            if (other != null) {
                how.key().setRelated(instance, other);
            }
            if (other != null && way.isOneToOne() && way.accessorName() != null) {
                remember(other, way, instance);
            }
            return;
        }
        if (other != null) {
            how.key().setRelated(other, instance);
        }
        remember(instance, way, other);
    }

    private static void remember(Object instance, ReverseRelation way, @Nullable Object other) {
        Accessor accessor = way.accessor();
        String name = way.accessorName();
        if (accessor != null && other != null) {
            accessor.set(instance, other);
        } else if (name != null) {
            InstanceStates.of(instance).relate(name, other);
        }
    }
}
