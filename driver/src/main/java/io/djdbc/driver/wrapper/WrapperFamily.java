package io.djdbc.driver.wrapper;

import io.djdbc.driver.session.Session;
import io.djdbc.driver.session.SessionSource;
import io.djdbc.driver.sql.RewrittenSql;
import io.djdbc.driver.sql.TextVariants;
import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.sql.Wrapper;
import org.jspecify.annotations.Nullable;

/**
 * Makes the wrappers for one vendor's objects. A vendor has one or two classes for each kind of object, so finding the
 * wrapper class is a comparison or two. Safe for use by several threads: at worst a prototype is looked up twice.
 *
 * <p>What was prepared, and rows, come in by a general type and are cast: a cast is where the JIT notes of which class an
 * object is, so that it need not ask each one for it. It forgets the class where a method returns an interface, and
 * asking took 1.6 ns of a prepare cycle.
 *
 * <p>Statements of all kinds are returned as {@link StatementWrapper}: the JVM's verifier would else load the classes of
 * those that the application never makes.
 */
public final class WrapperFamily {
    private final WrapperClasses classes;
    private final @Nullable Adaptation adaptation;
    private final boolean adapts;
    private @Nullable Prototype<ConnectionWrapper> connections;
    private @Nullable Prototype<StatementWrapper> statements;
    private @Nullable Prototype<PreparedStatementWrapper> prepared;
    private @Nullable Prototype<CallableStatementWrapper> callables;
    private @Nullable Prototype<TransformingStatementWrapper> transforming;
    private @Nullable Prototype<ResultSetWrapper> resultSets;
    private @Nullable Prototype<ResultSetWrapper> rows;
    private @Nullable Prototype<VaryingStatementWrapper> varying;
    private @Nullable Prototype<DatabaseMetaDataWrapper> metaData;
    private @Nullable Prototype<ArrayWrapper> arrays;
    private volatile @Nullable ClosedStatement closedStatement;

    /**
     * @param vendorInterfaces whether wrappers implement the vendor's public interfaces too
     * @param adaptation what is done to names and texts; null: nothing
     */
    public WrapperFamily(boolean vendorInterfaces, @Nullable Adaptation adaptation) {
        this.classes = WrapperClasses.of(vendorInterfaces);
        this.adaptation = adaptation;
        this.adapts = adaptation != null;
    }

    Adaptation adaptation() {
        return adaptation == null ? Adaptation.NONE : adaptation;
    }

    /** The connection that the application gets. */
    public ConnectionWrapper connection(SessionSource source, Session session) {
        Class<?> vendorClass = session.physical().getClass();
        Prototype<ConnectionWrapper> found = find(connections, vendorClass);
        if (found == null) {
            found = add(WrapperKind.CONNECTION, ConnectionWrapper.class, vendorClass, connections);
            connections = found;
        }
        return found.wrapper().create(source, this, session);
    }

    StatementWrapper statement(ConnectionWrapper connection, Statement delegate) {
        Prototype<StatementWrapper> found = find(statements, delegate.getClass());
        if (found == null) {
            // asked only once a class: an interface that an object lacks takes the JVM its longest to look for
            if (delegate instanceof CallableStatement callable) {
                return callable(connection, callable);
            }
            if (delegate instanceof PreparedStatement preparedStatement) {
                return prepared(connection, preparedStatement);
            }
            found = add(WrapperKind.STATEMENT, StatementWrapper.class, delegate.getClass(), statements);
            statements = found;
        }
        return found.wrapper().create(connection, delegate);
    }

    StatementWrapper prepared(ConnectionWrapper connection, Statement vendors) {
        PreparedStatement delegate = (PreparedStatement) vendors;
        Prototype<PreparedStatementWrapper> found = find(prepared, delegate.getClass());
        if (found == null) {
            if (delegate instanceof CallableStatement callable) {
                return callable(connection, callable);
            }
            found = add(WrapperKind.PREPARED_STATEMENT, PreparedStatementWrapper.class, delegate.getClass(), prepared);
            prepared = found;
        }
        return found.wrapper().create(connection, delegate);
    }

    /** For a prepared statement whose values are changed when they are bound, or whose text depends on them. */
    StatementWrapper prepared(
            ConnectionWrapper connection, Statement vendors, RewrittenSql sql, Preparation preparation) {
        PreparedStatement delegate = (PreparedStatement) vendors;
        TextVariants variants = sql.variants();
        return variants == null
                ? transforming(connection, delegate, sql)
                : varying(connection, delegate, sql, variants, preparation);
    }

    private StatementWrapper transforming(ConnectionWrapper connection, PreparedStatement delegate, RewrittenSql sql) {
        Prototype<TransformingStatementWrapper> found = find(transforming, delegate.getClass());
        if (found == null) {
            found = add(
                    WrapperKind.TRANSFORMING_STATEMENT,
                    TransformingStatementWrapper.class,
                    delegate.getClass(),
                    transforming);
            transforming = found;
        }
        StatementWrapper made = found.wrapper().create(connection, delegate);
        ((TransformingStatementWrapper) made).setSql(sql);
        return made;
    }

    private StatementWrapper varying(
            ConnectionWrapper connection,
            PreparedStatement delegate,
            RewrittenSql sql,
            TextVariants variants,
            Preparation preparation) {
        Prototype<VaryingStatementWrapper> found = find(varying, delegate.getClass());
        if (found == null) {
            found = add(WrapperKind.VARYING_STATEMENT, VaryingStatementWrapper.class, delegate.getClass(), varying);
            varying = found;
        }
        StatementWrapper made = found.wrapper().create(connection, delegate);
        VaryingStatementWrapper statement = (VaryingStatementWrapper) made;
        statement.setSql(sql);
        statement.vary(variants, preparation);
        return made;
    }

    StatementWrapper callable(ConnectionWrapper connection, CallableStatement delegate) {
        Prototype<CallableStatementWrapper> found = find(callables, delegate.getClass());
        if (found == null) {
            found = add(
                    kind(WrapperKind.CALLABLE_STATEMENT),
                    CallableStatementWrapper.class,
                    delegate.getClass(),
                    callables);
            callables = found;
        }
        return found.wrapper().create(connection, delegate);
    }

    ResultSetWrapper resultSet(ConnectionWrapper connection, @Nullable StatementWrapper statement, Wrapper vendors) {
        ResultSet delegate = (ResultSet) vendors;
        Prototype<ResultSetWrapper> found = find(resultSets, delegate.getClass());
        if (found == null) {
            found = add(WrapperKind.RESULT_SET, ResultSetWrapper.class, delegate.getClass(), resultSets);
            resultSets = found;
        }
        return found.wrapper().create(connection, statement, delegate);
    }

    /** The rows of a statement or an array, not those of metadata, in which NULL is no text. */
    ResultSetWrapper rows(ConnectionWrapper connection, @Nullable StatementWrapper statement, Wrapper vendors) {
        if (!adapts) {
            return resultSet(connection, statement, vendors);
        }
        ResultSet delegate = (ResultSet) vendors;
        Prototype<ResultSetWrapper> found = find(rows, delegate.getClass());
        if (found == null) {
            found = add(WrapperKind.ADAPTED_RESULT_SET, ResultSetWrapper.class, delegate.getClass(), rows);
            rows = found;
        }
        return found.wrapper().create(connection, statement, delegate);
    }

    DatabaseMetaDataWrapper metaData(ConnectionWrapper connection, DatabaseMetaData delegate) {
        Prototype<DatabaseMetaDataWrapper> found = find(metaData, delegate.getClass());
        if (found == null) {
            found = add(kind(WrapperKind.META_DATA), DatabaseMetaDataWrapper.class, delegate.getClass(), metaData);
            metaData = found;
        }
        return found.wrapper().create(connection, delegate);
    }

    Array array(ConnectionWrapper connection, Array delegate) {
        Prototype<ArrayWrapper> found = find(arrays, delegate.getClass());
        if (found == null) {
            found = add(kind(WrapperKind.ARRAY), ArrayWrapper.class, delegate.getClass(), arrays);
            arrays = found;
        }
        return found.wrapper().create(connection, delegate);
    }

    private WrapperKind kind(WrapperKind plain) {
        return adapts ? plain.adapted() : plain;
    }

    /** What stands in for a closed statement of the vendor's. */
    Statement closed(Statement delegate) {
        ClosedStatement known = closedStatement;
        if (known == null || !known.isFor(delegate.getClass())) {
            known = new ClosedStatement(delegate.getClass());
            closedStatement = known;
        }
        return known.standIn();
    }

    /** Whether this is what {@link #closed} has answered. */
    boolean isClosed(Statement delegate) {
        ClosedStatement known = closedStatement;
        return known != null && known.standIn() == delegate;
    }

    private static <W extends JdbcWrapper> @Nullable Prototype<W> find(
            @Nullable Prototype<W> known, Class<?> vendorClass) {
        Prototype<W> candidate = known;
        while (candidate != null && candidate.vendorClass() != vendorClass) {
            candidate = candidate.others();
        }
        return candidate;
    }

    private <W extends JdbcWrapper> Prototype<W> add(
            WrapperKind kind, Class<W> base, Class<?> vendorClass, @Nullable Prototype<W> known) {
        return new Prototype<>(vendorClass, base.cast(classes.prototype(kind, vendorClass)), known);
    }
}
