package io.djdbc.driver.wrapper;

import io.djdbc.dialect.ValueTransform;
import io.djdbc.driver.sql.TextVariants;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.PushbackReader;
import java.io.Reader;
import java.sql.Clob;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * A prepared statement whose text depends on which of its values are '': where the database has no empty texts,
 * {@code x = ?} must be {@code x IS NULL} for those. The text for the values that are bound is chosen when the statement
 * is run; in the usual case it is the first one, and the vendor's statement is the application's. As thread-safe as the
 * vendor's.
 */
public abstract class VaryingStatementWrapper extends RememberingStatementWrapper {
    private @Nullable TextVariants texts;
    private @Nullable StatementVariants variants;
    private @Nullable StatementVariant current;
    private @Nullable Bindings bindings;
    private @Nullable MixedBatch batch;
    private @Nullable ResultSet result;
    private final BitSet bare = new BitSet();

    protected VaryingStatementWrapper(ConnectionWrapper connection, PreparedStatement delegate) {
        super(connection, delegate);
    }

    /** Said once, right after it was made. */
    final void vary(TextVariants textVariants, Preparation preparation) {
        texts = textVariants;
        variants = new StatementVariants(textVariants, preparation, prepared());
        current = variants.first();
        bindings = new Bindings(textVariants.parameterCount());
    }

    private static <T> T made(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("the statement was not told its texts");
        }
        return part;
    }

    private StatementVariants variants() {
        return made(variants);
    }

    private Bindings bindings() {
        return made(bindings);
    }

    private StatementVariant current() {
        return made(current);
    }

    // ---- values

    @Override
    final @Nullable ValueTransform transform(int position) {
        return sql().transform(current().number(position));
    }

    @Override
    final void bind(int index, Bindings.Binding value) throws SQLException {
        put(index, value, false, true);
    }

    @Override
    final void bindText(int index, @Nullable Object text, Bindings.Binding value) throws SQLException {
        put(index, value, made(texts).concerns(index) && isEmpty(index, text), true);
    }

    @Override
    final void bindLater(int index, Bindings.Binding value) throws SQLException {
        put(index, value, bare.get(Math.max(0, index)), false);
        bare.clear(Math.max(0, index));
    }

    private void put(int index, Bindings.Binding value, boolean empty, boolean now) throws SQLException {
        Bindings all = bindings();
        StatementVariant used = current();
        if (!all.hasParameter(index)) {
            value.bind(index); // the vendor's to refuse
            return;
        }
        all.put(index, value, empty);
        int position = used.position(index);
        if (now && position > 0) {
            value.bind(position);
            used.bound(index, all.age(index));
        }
    }

    private boolean isEmpty(int index, @Nullable Object value) throws SQLException {
        if (value instanceof String text) {
            ValueTransform transform = sql().transform(index);
            return made(texts).isEmpty(index, transform == null ? text : transform.apply(text));
        }
        return value instanceof Clob clob && clob.length() == 0;
    }

    @Override
    final @Nullable Reader peeked(int index, @Nullable Reader stream) throws SQLException {
        if (stream == null || !made(texts).concerns(index)) {
            return stream;
        }
        try {
            PushbackReader reader = new PushbackReader(stream);
            int first = reader.read();
            if (first >= 0) {
                reader.unread(first);
            }
            bare.set(index, first < 0 && isEmpty(index, ""));
            return reader;
        } catch (IOException e) {
            throw new SQLException(
                    "the stream of parameter " + index + " cannot be read: " + e.getMessage(), "22000", e);
        }
    }

    @Override
    final @Nullable InputStream peekedAscii(int index, @Nullable InputStream stream) throws SQLException {
        if (stream == null || !made(texts).concerns(index)) {
            return stream;
        }
        try {
            PushbackInputStream bytes = new PushbackInputStream(stream);
            int first = bytes.read();
            if (first >= 0) {
                bytes.unread(first);
            }
            bare.set(index, first < 0 && isEmpty(index, ""));
            return bytes;
        } catch (IOException e) {
            throw new SQLException(
                    "the stream of parameter " + index + " cannot be read: " + e.getMessage(), "22000", e);
        }
    }

    /** Called by generated code before a vendor's own setter, whose value only the first statement gets. */
    protected final void beforeVendorSetter(int index) throws SQLException {
        use(variants().first());
        Bindings all = bindings();
        if (all.hasParameter(index)) {
            all.put(index, null, false);
            current().bound(index, all.age(index));
        }
    }

    @Override
    public final void clearParameters() throws SQLException {
        bindings().clear();
        variants().forgetBindings();
        variants().forEach(PreparedStatement::clearParameters);
    }

    // ---- the statement for the values

    /** Goes over to the statement for the values that are bound, with all of them bound to it. */
    private void choose() throws SQLException {
        Bindings all = bindings();
        use(variants().find(all.empty(), current()));
        bindAll(all);
    }

    private void use(StatementVariant wanted) throws SQLException {
        if (wanted != current()) {
            ResultSet open = result;
            result = null;
            if (open != null) {
                open.close(); // as it would be if the statement were one
            }
            current = wanted;
            delegate = wanted.statement;
        }
    }

    private void bindAll(Bindings all) throws SQLException {
        StatementVariant used = current();
        for (int number = 1; number <= all.count(); number++) {
            int age = all.age(number);
            int position = used.position(number);
            if (age != 0 && position > 0 && !used.has(number, age)) {
                Bindings.Binding value = all.value(number);
                if (value == null) {
                    throw new SQLFeatureNotSupportedException(
                            "parameter " + number + " was bound by a method of the vendor's own, and another one to '':"
                                    + " bind it by a method of java.sql, or set EMPTY_STRINGS=native",
                            "0A000");
                }
                value.bind(position);
                used.bound(number, age);
            }
        }
    }

    @Override
    public final @Nullable ResultSet executeQuery() throws SQLException {
        try {
            choose();
            beforeExecute();
            ResultSet rows = prepared().executeQuery();
            result = rows;
            return wrap(rows);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public final boolean execute() throws SQLException {
        try {
            choose();
            beforeExecute();
            return prepared().execute();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public final int executeUpdate() throws SQLException {
        try {
            choose();
            beforeExecute();
            return prepared().executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public final long executeLargeUpdate() throws SQLException {
        try {
            choose();
            beforeExecute();
            return prepared().executeLargeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    // ---- batches

    @Override
    public final void addBatch() throws SQLException {
        Bindings all = bindings();
        MixedBatch mixed = batch;
        if (mixed == null) {
            choose();
            prepared().addBatch();
            batch = new MixedBatch(current(), all.empty());
        } else if (mixed.continues(all.empty())) {
            use(mixed.first());
            bindAll(all);
            prepared().addBatch();
        } else {
            mixed.later(all.copy());
        }
    }

    @Override
    public final void clearBatch() throws SQLException {
        batch = null;
        variants().forEach(PreparedStatement::clearBatch);
    }

    @Override
    public final int[] executeBatch() throws SQLException {
        return MixedBatch.toInts(runBatch(false));
    }

    @Override
    public final long[] executeLargeBatch() throws SQLException {
        return runBatch(true);
    }

    private long[] runBatch(boolean large) throws SQLException {
        MixedBatch mixed = batch;
        batch = null;
        try {
            if (mixed == null) {
                beforeExecute();
                return MixedBatch.run(prepared(), large);
            }
            return mixed.runAll(large, new MixedBatch.Rows() {
                @Override
                public PreparedStatement start(StatementVariant variant) throws SQLException {
                    use(variant);
                    beforeExecute();
                    return prepared();
                }

                @Override
                public StatementVariant find(Bindings row) throws SQLException {
                    return variants().find(row.empty(), current());
                }

                @Override
                public void add(Bindings row) throws SQLException {
                    bindAll(row);
                    prepared().addBatch();
                }
            });
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    // ---- what holds for all of the statements

    @Override
    public final void setMaxRows(int rows) throws SQLException {
        variants().forEach(statement -> statement.setMaxRows(rows));
    }

    @Override
    public final void setLargeMaxRows(long rows) throws SQLException {
        variants().forEach(statement -> statement.setLargeMaxRows(rows));
    }

    @Override
    public final void setFetchSize(int rows) throws SQLException {
        variants().forEach(statement -> statement.setFetchSize(rows));
    }

    @Override
    public final void setFetchDirection(int direction) throws SQLException {
        variants().forEach(statement -> statement.setFetchDirection(direction));
    }

    @Override
    public final void setQueryTimeout(int seconds) throws SQLException {
        variants().forEach(statement -> statement.setQueryTimeout(seconds));
    }

    @Override
    public final void setMaxFieldSize(int size) throws SQLException {
        variants().forEach(statement -> statement.setMaxFieldSize(size));
    }

    @Override
    public final void setPoolable(boolean poolable) throws SQLException {
        variants().forEach(statement -> statement.setPoolable(poolable));
    }

    @Override
    public final void closeOnCompletion() throws SQLException {
        variants().forEach(PreparedStatement::closeOnCompletion);
    }

    /** Of the text that the application wrote. */
    @Override
    public final @Nullable ParameterMetaData getParameterMetaData() throws SQLException {
        return variants().first().statement.getParameterMetaData();
    }

    @Override
    final Object target() {
        StatementVariant first = variants().first();
        return current() == first ? delegate : first.statement; // what stands in for it once it is closed
    }

    @Override
    final boolean isTargetClosed() throws SQLException {
        return ((PreparedStatement) target()).isClosed();
    }

    @Override
    final void closeTarget() throws SQLException {
        StatementVariants all = variants();
        try {
            all.closeOthers();
        } finally {
            result = null;
            use(all.first());
            super.closeTarget();
        }
    }
}
