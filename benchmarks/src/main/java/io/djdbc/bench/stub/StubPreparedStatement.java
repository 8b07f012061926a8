package io.djdbc.bench.stub;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps three parameters and the rows of a batch, as any driver must. */
final class StubPreparedStatement extends UnsupportedPreparedStatement {
    private final @Nullable Object[] parameters = new @Nullable Object[4];
    private final List<@Nullable Object[]> batch = new ArrayList<>(0);

    StubPreparedStatement(StubConnection connection) {
        super(connection);
    }

    @Override
    public void setInt(int index, int value) {
        parameters[index] = value;
    }

    @Override
    public void setLong(int index, long value) {
        parameters[index] = value;
    }

    @Override
    public void setObject(int index, @Nullable Object value) {
        parameters[index] = value;
    }

    @Override
    public void setString(int index, @Nullable String value) {
        parameters[index] = value;
    }

    @Override
    public void addBatch() {
        batch.add(parameters.clone());
    }

    @Override
    public int[] executeBatch() {
        var counts = new int[batch.size()];
        Arrays.fill(counts, 1);
        batch.clear();
        return counts;
    }

    @Override
    public ResultSet executeQuery() {
        return query();
    }

    @Override
    public int executeUpdate() {
        return 1;
    }

    @Override
    public boolean execute() {
        query();
        return true;
    }

    @Override
    public void clearParameters() {
        Arrays.fill(parameters, null);
    }
}
