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
final class InstanceReader implements RowReader {

    private final Model model;
    private final InstanceMaker maker;
    private final ValueReader key;
    private final int keyColumn;
    private final Set<Field> deferred;
    private final boolean marked;
    private final Related[] related;
    private final List<DeclaredSet> sets;
    private final Database.@Nullable Origin origin;

    /** An instance in the same row, and how it is related to the one before. */
    private record Related(ForeignKey key, boolean reverse, InstanceReader reader) {
        Related of(Database.Origin origin) {
            return new Related(key, reverse, reader.of(origin));
        }
    }

    /** Of rows from anywhere; {@link #of} makes it ready for use. */
    InstanceReader(ModelColumns source, List<Expression> selected, DatabaseValues values, InstanceMakers makers) {
        this.model = source.model();
        int size = source.columns().size();
        List<Field> fields = new ArrayList<>(size);
        List<Integer> columns = new ArrayList<>(size);
        int ofKey = 0;
        for (int i = 0; i < size; i++) {
            int index = source.columns().get(i);
            Field field = ((Col) selected.get(index)).target();
            fields.add(field);
            columns.add(index + 1);
            ofKey = field == model.primaryKey() ? i : ofKey;
        }
        this.maker = makers.of(new RowColumns(values, model, fields, columns));
        this.key = values.reader(fields.get(ofKey));
        this.keyColumn = columns.get(ofKey);
        this.deferred = new HashSet<>(model.fields());
        fields.forEach(deferred::remove);
        this.marked = !deferred.isEmpty()
                || PersistentObject.class.isAssignableFrom(model.entityClass())
                || model.primaryKey().hasDefault();
        List<Related> others = new ArrayList<>();
        for (ModelColumns next : source.related()) {
            ForeignKey link = next.key();
            if (link != null) {
                others.add(new Related(link, next.reverse(), new InstanceReader(next, selected, values, makers)));
            }
        }
        this.related = others.toArray(Related[]::new);
        this.sets = DeclaredSet.of(model);
        this.origin = null;
    }

    private InstanceReader(InstanceReader other, Database.Origin origin) {
        this.model = other.model;
        this.maker = other.maker;
        this.key = other.key;
        this.keyColumn = other.keyColumn;
        this.deferred = other.deferred;
        this.marked = other.marked
                || origin.session().backends().size() > 1
                || !origin.alias().equals(Session.DEFAULT);
        this.sets = other.sets;
        this.related = new Related[other.related.length];
        for (int i = 0; i < related.length; i++) {
            related[i] = other.related[i].of(origin);
        }
        this.origin = origin;
    }

    /** The reader of the rows of this database. */
    InstanceReader of(Database.Origin from) {
        return new InstanceReader(this, from);
    }

    /** Whether an instance is nothing but its columns. */
    boolean isPlain() {
        return !marked && related.length == 0 && sets.isEmpty();
    }

    /** What makes an instance of its columns. */
    RowReader plain() {
        return maker;
    }

    Model model() {
        return model;
    }

    @Override
    public Object read(ResultSet row) throws SQLException {
        Object instance = maker.read(row);
        if (marked && origin != null) {
            InstanceState state = InstanceStates.of(instance);
            state.stored(origin);
            state.defer(instance, deferred);
        }
        if (origin != null) {
            for (DeclaredSet set : sets) {
                set.bind(origin.session(), instance);
            }
        }
        for (Related next : related) {
            relate(instance, next, next.reader().readOrNull(row));
        }
        return instance;
    }

    private @Nullable Object readOrNull(ResultSet row) throws SQLException {
        return key.read(row, keyColumn) == null ? null : read(row);
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
