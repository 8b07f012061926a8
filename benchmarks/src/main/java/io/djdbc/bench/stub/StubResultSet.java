package io.djdbc.bench.stub;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row, {@code (id, name) = (1, 'stub')}, and the columns of an entry. */
final class StubResultSet extends UnsupportedResultSet {
    private static final Map<String, Integer> COLUMNS =
            Map.of("id", 1, "name", 2, "blog_id", 2, "headline", 3, "rating", 4, "n_comments", 5);
    private static final int[] NUMBERS = {0, 1, 2, 3, 4, 5};
    private static final String[] STRINGS = {"", "1", "stub", "3", "4", "5"};

    private final StubStatement statement;
    private int row;
    private boolean closed;

    StubResultSet(StubStatement statement) {
        this.statement = statement;
    }

    @Override
    public boolean next() {
        return row++ == 0;
    }

    @Override
    public int getInt(int column) {
        return NUMBERS[column];
    }

    @Override
    public int getInt(String label) throws SQLException {
        return NUMBERS[findColumn(label)];
    }

    @Override
    public long getLong(int column) {
        return NUMBERS[column];
    }

    @Override
    public String getString(int column) {
        return STRINGS[column];
    }

    @Override
    public String getString(String label) throws SQLException {
        return STRINGS[findColumn(label)];
    }

    @Override
    public Object getObject(int column) {
        return STRINGS[column];
    }

    @Override
    public int findColumn(String label) throws SQLException {
        var column = COLUMNS.get(label);
        if (column == null) {
            throw new SQLException("no column " + label);
        }
        return column;
    }

    @Override
    public boolean wasNull() {
        return false;
    }

    @Override
    public int getType() {
        return TYPE_FORWARD_ONLY;
    }

    @Override
    public long getLong(String label) throws SQLException {
        return NUMBERS[findColumn(label)];
    }

    @Override
    public ResultSetMetaData getMetaData() {
        return StubRowMetaData.INSTANCE;
    }

    @Override
    public Statement getStatement() {
        return statement;
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public @Nullable SQLWarning getWarnings() {
        return null;
    }

    @Override
    public void clearWarnings() {}

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
