package io.djdbc.driver.wrapper;

import io.djdbc.dialect.ValueTransform;
import io.djdbc.driver.sql.TextVariants;
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

    /** Null for {@link Preparation#PLAIN}. */
    private @Nullable Preparation preparation;

    /** What is bound in the usual case: most statements have so few parameters that they need no array. */
    private @Nullable Object value1;

    private @Nullable Object value2;
    private @Nullable Object value3;
    private @Nullable Object value4;
    private @Nullable Object @Nullable [] moreValues;

    /** Whether the statement in use may have an open result. */
    private boolean hasResult;

    /** Null in the usual case: the first statement is in use, and no value is '' or waits to be bound. */
    private @Nullable Variation varied;

    protected VaryingStatementWrapper(ConnectionWrapper connection, PreparedStatement delegate) {
        super(connection, delegate);
    }

    /** Said once, right after it was made and told its SQL. */
    final void vary(TextVariants texts, Preparation howPrepared) {
        if (howPrepared != Preparation.PLAIN) {
            preparation = howPrepared;
        }
        if (texts.isReordered()) {
            varied();
        }
    }

    private TextVariants texts() {
        TextVariants texts = sql().variants();
        if (texts == null) {
            throw new IllegalStateException("the statement was not told its texts");
        }
        return texts;
    }

    private void keep(int index, @Nullable Object value) {
        switch (index) {
            case 1 -> value1 = value;
            case 2 -> value2 = value;
            case 3 -> value3 = value;
            case 4 -> value4 = value;
            default -> moreValues()[index] = value;
        }
    }

    private @Nullable Object[] moreValues() {
        @Nullable Object[] all = moreValues;
        if (all == null) {
            all = new @Nullable Object[texts().parameterCount() + 1];
            moreValues = all;
        }
        return all;
    }

    /** By the numbers of the parameters; the first place is empty. */
    private @Nullable Object[] values() {
        @Nullable Object[] all = moreValues();
        @Nullable Object[] few = {null, value1, value2, value3, value4};
        System.arraycopy(few, 0, all, 0, Math.min(few.length, all.length));
        return all;
    }

    private void forgetValues() {
        value1 = null;
        value2 = null;
        value3 = null;
        value4 = null;
        moreValues = null;
    }

    private Variation varied() {
        Variation known = varied;
        if (known == null) {
            Preparation alike = preparation == null ? Preparation.PLAIN : preparation;
            known = new Variation(texts(), alike, prepared(), values());
            varied = known;
        }
        return known;
    }

    // ---- values

    @Override
    final @Nullable ValueTransform transform(int position) {
        Variation used = varied;
        return sql().transform(used == null ? position : used.current.number(position));
    }

    @Override
    final void bind(int index, Bindings.Binding value) throws SQLException {
        put(index, value, false, true);
    }

    @Override
    final void bindText(int index, @Nullable Object text, Bindings.Binding value) throws SQLException {
        put(index, value, isEmpty(index, text), true);
    }

    @Override
    final void bindLater(int index, @Nullable RememberedStream<?, ?> text, Bindings.Binding value) throws SQLException {
        boolean empty = text != null && isEmpty(index, "") && RememberedStream.isEmpty(index, text);
        put(index, value, empty, false);
    }

    @Override
    final int remember(int index, Object value) throws SQLException {
        if (varied != null || value instanceof String text && mayBeEmpty(text)) {
            return rememberUnusual(index, value);
        }
        if (hasParameter(index)) { // any other is the vendor's to refuse
            keep(index, value);
        }
        return index;
    }

    private int rememberUnusual(int index, Object value) throws SQLException {
        if (!hasParameter(index)) {
            return index;
        }
        boolean empty = isEmpty(index, value);
        Variation used = empty ? varied() : varied;
        if (used == null) {
            keep(index, value);
            return index;
        }
        used.bindings.put(index, value, empty, false);
        return used.current.position(index);
    }

    private boolean hasParameter(int index) {
        return index > 0 && index <= texts().parameterCount();
    }

    private void put(int index, Bindings.Binding value, boolean empty, boolean now) throws SQLException {
        if (!hasParameter(index)) {
            value.bind(index); // the vendor's to refuse
            return;
        }
        Variation used = empty || !now ? varied() : varied;
        if (used == null) {
            keep(index, value);
            value.bind(index);
            return;
        }
        used.bindings.put(index, value, empty, !now);
        int position = used.current.position(index);
        if (now && position > 0) {
            value.bind(position);
        }
    }

    /** Whether a text may count as '', for whatever parameter and after whatever transform: seldom, and cheap to ask. */
    private boolean mayBeEmpty(String text) {
        return text.isEmpty() || text.charAt(0) == '%' || sql().transformsValues();
    }

    private boolean isEmpty(int index, @Nullable Object value) throws SQLException {
        if (value instanceof String text) {
            TextVariants texts = texts();
            if (!texts.concerns(index)) {
                return false;
            }
            ValueTransform transform = sql().transform(index);
            return texts.isEmpty(index, transform == null ? text : transform.apply(text));
        }
        return value instanceof Clob clob && texts().concerns(index) && clob.length() == 0;
    }

    /** Called by generated code before a vendor's own setter, whose value only the first statement gets. */
    protected final void beforeVendorSetter(int index) throws SQLException {
        Variation used = varied;
        if (used != null) {
            use(used, used.first, used.bindings);
        }
        if (hasParameter(index)) {
            put(index, BY_VENDOR, false, true);
        }
    }

    @Override
    public final void clearParameters() throws SQLException {
        Variation used = varied;
        if (used == null) {
            forgetValues();
        } else {
            used.bindings.clear();
        }
        forAll(PreparedStatement::clearParameters);
    }

    // ---- the statement for the values

    /** Goes over to the statement for the values that are bound, with all of them bound to it. */
    private void choose() throws SQLException {
        Variation used = varied;
        if (used == null || used.isSettled()) {
            return;
        }
        if (used.hasCompleted()) {
            close(); // as the vendor's own is already, which refuses what comes now
        } else {
            use(used, used.variants().find(used.bindings.empty(), used.current), used.bindings);
        }
    }

    /** Goes over to a statement, with these values bound to it. */
    private void use(Variation used, StatementVariant wanted, Bindings bound) throws SQLException {
        boolean other = wanted != used.current;
        goOver(used, wanted);
        if (other || used.stale) {
            used.stale = true;
            bindAll(used, bound);
            used.stale = false;
        } else if (!bound.pending().isEmpty()) {
            bindPending(used, bound);
        }
        bound.allBound();
    }

    private void goOver(Variation used, StatementVariant wanted) throws SQLException {
        if (wanted != used.current) {
            closeResult(used);
            used.current = wanted;
            delegate = wanted.statement;
        }
    }

    /**
     * As it would be if the statement were one. Asked for, as to hold it would be a write for each query. Where it would
     * close its statement it stays open, until that is run again or all are closed.
     */
    private void closeResult(Variation used) throws SQLException {
        if (hasResult && !used.closesOnCompletion) {
            hasResult = false;
            ResultSet open = prepared().getResultSet();
            if (open != null) {
                open.close();
            }
        }
    }

    private void bindAll(Variation used, Bindings bound) throws SQLException {
        for (int number = 1; number <= bound.count(); number++) {
            bind(used, bound, number);
        }
    }

    private void bindPending(Variation used, Bindings bound) throws SQLException {
        for (int number = bound.pending().nextSetBit(1); number > 0; ) {
            bind(used, bound, number);
            number = bound.pending().nextSetBit(number + 1);
        }
    }

    private void bind(Variation used, Bindings bound, int number) throws SQLException {
        Object value = bound.value(number);
        int position = used.current.position(number);
        if (value == BY_VENDOR && used.current != used.first) {
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
        Variation used = varied;
        if (used == null || !used.hasVariants()) {
            action.apply(prepared());
        } else {
            used.variants().forEach(action);
        }
    }

    @Override
    public final @Nullable ResultSet executeQuery() throws SQLException {
        try {
            choose();
            beforeExecute();
            hasResult = true;
            return wrap(prepared().executeQuery());
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public final boolean execute() throws SQLException {
        try {
            choose();
            beforeExecute();
            hasResult = true;
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
        Variation used = varied();
        Bindings all = used.bindings;
        MixedBatch mixed = used.batch;
        if (mixed == null) {
            choose();
            prepared().addBatch();
            used.batch = new MixedBatch(used.current, all.empty());
        } else if (mixed.continues(all.empty())) {
            use(used, mixed.first(), all);
            prepared().addBatch();
        } else {
            mixed.later(all.copy());
        }
    }

    @Override
    public final void clearBatch() throws SQLException {
        Variation used = varied;
        if (used != null) {
            used.batch = null;
        }
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
        Variation used = varied;
        MixedBatch mixed = used == null ? null : used.batch;
        try {
            if (used == null || mixed == null) {
                beforeExecute();
                return MixedBatch.run(prepared(), large);
            }
            used.batch = null;
            return mixed.runAll(large, new RowsOfBatch(used));
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Rows of a batch that were kept because they need another statement than the first. */
    private final class RowsOfBatch implements MixedBatch.Rows {
        private final Variation used;

        RowsOfBatch(Variation used) {
            this.used = used;
        }

        @Override
        public PreparedStatement start(StatementVariant variant) throws SQLException {
            used.stale |= variant != used.current;
            goOver(used, variant);
            beforeExecute();
            return prepared();
        }

        @Override
        public StatementVariant find(Bindings row) throws SQLException {
            return used.variants().find(row.empty(), used.current);
        }

        @Override
        public void add(Bindings row) throws SQLException {
            used.stale = true;
            bindAll(used, row);
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
        varied().closesOnCompletion = true;
    }

    /** The vendor knows only of the one that it closes. */
    @Override
    final void resultClosed() throws SQLException {
        Variation used = varied;
        if (used != null && used.hasVariants() && used.hasCompleted()) {
            close();
        }
    }

    /** Of the text that the application wrote. */
    @Override
    public final @Nullable ParameterMetaData getParameterMetaData() throws SQLException {
        return ((PreparedStatement) target()).getParameterMetaData();
    }

    @Override
    final Object target() {
        Variation used = varied;
        return used == null || used.current == used.first
                ? delegate // what stands in for it once it is closed
                : used.first.statement;
    }

    @Override
    final boolean isTargetClosed() throws SQLException {
        return ((PreparedStatement) target()).isClosed();
    }

    @Override
    final void closeTarget() throws SQLException {
        Variation used = varied;
        if (used == null || !used.hasVariants()) {
            super.closeTarget();
            return;
        }
        try {
            used.variants().closeOthers();
        } finally {
            hasResult = false;
            used.forgetVariants();
            goOver(used, used.first);
            super.closeTarget();
        }
    }
}
