package io.djdbc.query.execute;

import io.djdbc.query.StatementListener;
import io.djdbc.query.execute.sqlite.SqliteFunctions;
import io.djdbc.query.expression.Parameter;
import io.djdbc.query.transaction.Lease;
import io.djdbc.query.value.DatabaseValues;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prepares, binds and runs statements on one database; tells the listener, and turns errors into Django's. */
public final class Statements {

    private final Backend backend;
    private final DatabaseValues values;

    public Statements(Backend backend) {
        this.backend = backend;
        this.values = backend.values();
    }

    /** What becomes of a result. */
    public interface Result<R> {
        R of(ResultSet rows) throws SQLException;
    }

    /** Reads all of a result. */
    public <R> R query(String sql, List<Parameter> parameters, Result<R> result) {
        return query(sql, bound(parameters), result);
    }

    /** Reads all of a result; {@code parameters} are in the database's form. */
    public <R> R query(String sql, @Nullable Object[] parameters, Result<R> result) {
        try (Lease lease = backend.transactions().lease();
                PreparedStatement statement = prepare(lease.connection(), sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            return result.of(rows);
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    /** Runs a statement that gives no rows; says how many it met. */
    public int update(String sql, List<Parameter> parameters) {
        return update(sql, bound(parameters));
    }

    /** Runs a statement that gives no rows; {@code parameters} are in the database's form. */
    public int update(String sql, @Nullable Object[] parameters) {
        try (Lease lease = backend.transactions().lease();
                PreparedStatement statement = prepare(lease.connection(), sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    /** Runs an INSERT and gives its generated keys as JDBC has them. */
    public <R> R insert(String sql, @Nullable Object[] parameters, String keyColumn, Result<R> keys) {
        try (Lease lease = backend.transactions().lease()) {
            Connection connection = lease.connection();
            try (PreparedStatement statement = connection.prepareStatement(sql, new String[] {keyColumn})) {
                bind(connection, statement, sql, parameters);
                statement.executeUpdate();
                try (ResultSet generated = statement.getGeneratedKeys()) {
                    return keys.of(generated);
                }
            }
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    PreparedStatement prepare(Connection connection, String sql, @Nullable Object[] parameters) throws SQLException {
        addFunctions(connection, sql);
        PreparedStatement statement = connection.prepareStatement(sql);
        boolean bound = false;
        try {
            bind(connection, statement, sql, parameters);
            bound = true;
            return statement;
        } finally {
            if (!bound) {
                statement.close();
            }
        }
    }

    private void bind(Connection connection, PreparedStatement statement, String sql, @Nullable Object[] parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            if (!(value instanceof String) && !(value instanceof Number) && value instanceof List<?> list) {
                statement.setArray(i + 1, connection.createArrayOf("text", texts(list)));
            } else {
                values.bind(statement, i + 1, value);
            }
        }
        StatementListener listener = backend.listener();
        if (listener != null) {
            listener.sending(sql, Arrays.asList(parameters));
        }
    }

    private void addFunctions(Connection connection, String sql) throws SQLException {
        if (backend.isSqlite() && SqliteFunctions.needs(sql)) {
            SqliteFunctions.register(connection);
        }
    }

    /** The statement casts them to their type; so one way serves all types. */
    private static @Nullable Object[] texts(List<?> list) {
        @Nullable Object[] texts = new @Nullable Object[list.size()];
        for (int i = 0; i < texts.length; i++) {
            Object value = list.get(i);
            texts[i] = value instanceof byte[] bytes
                    ? "\\x" + HexFormat.of().formatHex(bytes)
                    : value == null ? null : value.toString();
        }
        return texts;
    }

    /** The values of the parameters in the database's form. */
    public @Nullable Object[] bound(List<Parameter> parameters) {
        @Nullable Object[] bound = new @Nullable Object[parameters.size()];
        for (int i = 0; i < bound.length; i++) {
            bound[i] = parameters.get(i).value();
        }
        return bound;
    }
}
