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
import org.jspecify.annotations.Nullable;

/**
 * A prepared statement whose text depends on which of its values are '': where the database has no empty texts,
 * {@code x = ?} must be {@code x IS NULL} for those. The text for the values that are bound is chosen when the statement
 * is run; in the usual case it is the first one, and the vendor's statement is the application's. As thread-safe as the
 * vendor's.
 */
public abstract class VaryingStatementWrapper extends RememberingStatementWrapper {
    /** The vendor's setters leave this: their values are the first statement's only. */
    private static final Bindings.Binding BY_VENDOR = position -> {};

    private @Nullable TextVariants texts;
    private @Nullable Preparation preparation;
    /** The statement that the application has prepared; made when another is needed, if its parameters are in place. */
    private @Nullable StatementVariant first;

    /** The statement in use; null for the first, as long as that was not made. */
    private @Nullable StatementVariant current;

    private @Nullable Bindings bindings;
    private @Nullable StatementVariants variants;
    private @Nullable MixedBatch batch;
    private @Nullable ResultSet result;
    /** Whether the statement in use has other values than those that the application has bound. */
    private boolean stale;

    private boolean bare;

    protected VaryingStatementWrapper(ConnectionWrapper connection, PreparedStatement delegate) {
        super(connection, delegate);
    }

    /** Said once, right after it was made. */
    final void vary(TextVariants textVariants, Preparation howPrepared) {
        texts = textVariants;
        preparation = howPrepared;
        if (textVariants.usual().order() != null) {
            current = first();
        }
        bindings = new Bindings(textVariants.parameterCount());
    }

    private static <T> T made(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("the statement was not told its texts");
        }
        return part;
    }

    private StatementVariants variants() {
        StatementVariants known = variants;
        if (known == null) {
            known = new StatementVariants(made(texts), made(preparation), first());
            variants = known;
        }
        return known;
    }

    private Bindings bindings() {
        return made(bindings);
    }

    private StatementVariant first() {
        StatementVariant known = first;
        if (known == null) {
            TextVariants all = made(texts);
            known = new StatementVariant(prepared(), all.usual().order(), all.parameterCount());
            first = known;
        }
        return known;
    }

    private StatementVariant current() {
        StatementVariant known = current;
        if (known == null) {
            known = first();
            current = known;
        }
        return known;
    }

    private int position(int number) {
        StatementVariant used = current;
        return used == null ? number : used.position(number);
    }

    // ---- values

    @Override
    final @Nullable ValueTransform transform(int position) {
        StatementVariant used = current;
        return sql().transform(used == null ? position : used.number(position));
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
        boolean empty = bare;
        bare = false;
        put(index, value, empty, false);
    }

    @Override
    final int remember(int index, Object value) throws SQLException {
        Bindings all = bindings();
        if (!all.hasParameter(index)) {
            return index; // the vendor's to refuse
        }
        boolean empty = value instanceof String && made(texts).concerns(index) && isEmpty(index, value);
        all.put(index, value, empty, false);
        return position(index);
    }

    private void put(int index, Bindings.Binding value, boolean empty, boolean now) throws SQLException {
        Bindings all = bindings();
        if (!all.hasParameter(index)) {
            value.bind(index); // the vendor's to refuse
            return;
        }
        all.put(index, value, empty, !now);
        int position = position(index);
        if (now && position > 0) {
            value.bind(position);
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
            bare = first < 0 && isEmpty(index, "");
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
            bare = first < 0 && isEmpty(index, "");
            return bytes;
        } catch (IOException e) {
            throw new SQLException(
                    "the stream of parameter " + index + " cannot be read: " + e.getMessage(), "22000", e);
        }
    }

    /** Called by generated code before a vendor's own setter, whose value only the first statement gets. */
    protected final void beforeVendorSetter(int index) throws SQLException {
        Bindings all = bindings();
        use(first(), all);
        if (all.hasParameter(index)) {
            all.put(index, BY_VENDOR, false, false);
        }
    }

    @Override
    public final void clearParameters() throws SQLException {
        bindings().clear();
        forAll(PreparedStatement::clearParameters);
    }

    // ---- the statement for the values

    /** Goes over to the statement for the values that are bound, with all of them bound to it. */
    private void choose() throws SQLException {
        Bindings all = bindings();
        if (current == first && all.empty().isEmpty() && all.pending().isEmpty() && !stale) {
            return; // the usual case
        }
        use(variants().find(all.empty(), current()), all);
    }

    /** Goes over to a statement, with these values bound to it. */
    private void use(StatementVariant wanted, Bindings values) throws SQLException {
        boolean other = wanted != current();
        goOver(wanted);
        if (other || stale) {
            stale = true;
            bindAll(values);
            stale = false;
        } else if (!values.pending().isEmpty()) {
            bindPending(values);
        }
        values.allBound();
    }

    private void goOver(StatementVariant wanted) throws SQLException {
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

    private void bindAll(Bindings values) throws SQLException {
        for (int number = 1; number <= values.count(); number++) {
            bind(values, number);
        }
    }

    private void bindPending(Bindings values) throws SQLException {
        for (int number = values.pending().nextSetBit(1); number > 0; ) {
            bind(values, number);
            number = values.pending().nextSetBit(number + 1);
        }
    }

    private void bind(Bindings values, int number) throws SQLException {
        Object value = values.value(number);
        int position = position(number);
        if (value == BY_VENDOR && current != first) {
            throw new SQLFeatureNotSupportedException(
                    "parameter " + number + " was bound by a method of the vendor's own, and another one to '': bind it"
                            + " by a method of java.sql, or set EMPTY_STRINGS=native",
                    "0A000");
        }
        if (value != null && position > 0) {
            bindAgain(position, value);
        }
    }

    private void forAll(StatementVariants.Action action) throws SQLException {
        StatementVariants known = variants;
        if (known == null) {
            action.apply(prepared());
        } else {
            known.forEach(action);
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
            use(mixed.first(), all);
            prepared().addBatch();
        } else {
            mixed.later(all.copy());
        }
    }

    @Override
    public final void clearBatch() throws SQLException {
        batch = null;
        forAll(PreparedStatement::clearBatch);
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
            return mixed.runAll(large, new RowsOfBatch());
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Rows of a batch that were kept because they need another statement than the first. */
    private final class RowsOfBatch implements MixedBatch.Rows {
        @Override
        public PreparedStatement start(StatementVariant variant) throws SQLException {
            stale |= variant != current();
            goOver(variant);
            beforeExecute();
            return prepared();
        }

        @Override
        public StatementVariant find(Bindings row) throws SQLException {
            return variants().find(row.empty(), current());
        }

        @Override
        public void add(Bindings row) throws SQLException {
            stale = true;
            bindAll(row);
            prepared().addBatch();
        }
    }

    // ---- what holds for all of the statements

    @Override
    public final void setMaxRows(int rows) throws SQLException {
        forAll(statement -> statement.setMaxRows(rows));
    }

    @Override
    public final void setLargeMaxRows(long rows) throws SQLException {
        forAll(statement -> statement.setLargeMaxRows(rows));
    }

    @Override
    public final void setFetchSize(int rows) throws SQLException {
        forAll(statement -> statement.setFetchSize(rows));
    }

    @Override
    public final void setFetchDirection(int direction) throws SQLException {
        forAll(statement -> statement.setFetchDirection(direction));
    }

    @Override
    public final void setQueryTimeout(int seconds) throws SQLException {
        forAll(statement -> statement.setQueryTimeout(seconds));
    }

    @Override
    public final void setMaxFieldSize(int size) throws SQLException {
        forAll(statement -> statement.setMaxFieldSize(size));
    }

    @Override
    public final void setPoolable(boolean poolable) throws SQLException {
        forAll(statement -> statement.setPoolable(poolable));
    }

    @Override
    public final void closeOnCompletion() throws SQLException {
        forAll(PreparedStatement::closeOnCompletion);
    }

    /** Of the text that the application wrote. */
    @Override
    public final @Nullable ParameterMetaData getParameterMetaData() throws SQLException {
        return ((PreparedStatement) target()).getParameterMetaData();
    }

    @Override
    final Object target() {
        StatementVariant own = first;
        return own == null || current == own ? delegate : own.statement; // what stands in for it once it is closed
    }

    @Override
    final boolean isTargetClosed() throws SQLException {
        return ((PreparedStatement) target()).isClosed();
    }

    @Override
    final void closeTarget() throws SQLException {
        StatementVariants others = variants;
        if (others == null) {
            super.closeTarget();
            return;
        }
        try {
            others.closeOthers();
        } finally {
            result = null;
            variants = null;
            goOver(first());
            super.closeTarget();
        }
    }
}
