package io.djdbc.driver.wrapper;

import io.djdbc.driver.session.Session;
import io.djdbc.driver.session.SessionSource;
import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;

/**
 * The JDBC objects that are wrapped, each with its hand-written base class. Answered by chains, so that a JVM loads only
 * the classes of the kinds that it meets.
 */
enum WrapperKind {
    CONNECTION,
    STATEMENT,
    PREPARED_STATEMENT,
    CALLABLE_STATEMENT,
    TRANSFORMING_STATEMENT,
    VARYING_STATEMENT,
    RESULT_SET,
    META_DATA,
    ARRAY,
    /** The same for a database with short names or without empty texts. */
    ADAPTED_CALLABLE_STATEMENT,
    ADAPTED_RESULT_SET,
    ADAPTED_META_DATA,
    ADAPTED_ARRAY;

    /** The hand-written class that the kind's wrapper classes extend. */
    Class<? extends JdbcWrapper> base() {
        if (this == CONNECTION) {
            return ConnectionWrapper.class;
        }
        if (this == STATEMENT) {
            return StatementWrapper.class;
        }
        if (this == PREPARED_STATEMENT) {
            return PreparedStatementWrapper.class;
        }
        if (this == CALLABLE_STATEMENT) {
            return CallableStatementWrapper.class;
        }
        if (this == TRANSFORMING_STATEMENT) {
            return TransformingStatementWrapper.class;
        }
        if (this == VARYING_STATEMENT) {
            return VaryingStatementWrapper.class;
        }
        if (this == RESULT_SET) {
            return ResultSetWrapper.class;
        }
        if (this == META_DATA) {
            return DatabaseMetaDataWrapper.class;
        }
        return this == ARRAY ? ArrayWrapper.class : adaptedBase();
    }

    private Class<? extends JdbcWrapper> adaptedBase() {
        if (this == ADAPTED_CALLABLE_STATEMENT) {
            return AdaptedCallableStatementWrapper.class;
        }
        if (this == ADAPTED_RESULT_SET) {
            return AdaptedResultSetWrapper.class;
        }
        return this == ADAPTED_META_DATA ? AdaptedMetaDataWrapper.class : AdaptedArrayWrapper.class;
    }

    Class<?> jdbcInterface() {
        if (this == CONNECTION) {
            return Connection.class;
        }
        if (this == STATEMENT) {
            return Statement.class;
        }
        if (this == PREPARED_STATEMENT || this == TRANSFORMING_STATEMENT || this == VARYING_STATEMENT) {
            return PreparedStatement.class;
        }
        if (isCallable()) {
            return CallableStatement.class;
        }
        if (isResultSet()) {
            return ResultSet.class;
        }
        return isMetaData() ? DatabaseMetaData.class : Array.class;
    }

    /** The name of the wrapper class for a set of interfaces; the same in each build and JVM. */
    String className(List<Class<?>> interfaces) {
        long hash = 0;
        for (Class<?> type : interfaces) {
            hash = hash * 0x9E3779B97F4A7C15L + type.getName().hashCode();
        }
        return "io.djdbc.driver.wrapper.made." + name() + "_" + Long.toHexString(hash);
    }

    Class<?>[] constructorParameters() {
        if (this == CONNECTION) {
            return new Class<?>[] {SessionSource.class, WrapperFamily.class, Session.class};
        }
        return isResultSet()
                ? new Class<?>[] {ConnectionWrapper.class, StatementWrapper.class, ResultSet.class}
                : new Class<?>[] {ConnectionWrapper.class, jdbcInterface()};
    }

    boolean isStatement() {
        return this == STATEMENT
                || this == PREPARED_STATEMENT
                || isCallable()
                || this == TRANSFORMING_STATEMENT
                || this == VARYING_STATEMENT;
    }

    boolean isCallable() {
        return this == CALLABLE_STATEMENT || this == ADAPTED_CALLABLE_STATEMENT;
    }

    boolean isResultSet() {
        return this == RESULT_SET || this == ADAPTED_RESULT_SET;
    }

    boolean isMetaData() {
        return this == META_DATA || this == ADAPTED_META_DATA;
    }

    /** Whether its getters note that what they read was NULL. */
    boolean notesEmptied() {
        return this == ADAPTED_RESULT_SET || this == ADAPTED_CALLABLE_STATEMENT;
    }

    /** The kind with short names and '' for NULL; the same for one that has no part in it. */
    WrapperKind adapted() {
        if (this == CALLABLE_STATEMENT) {
            return ADAPTED_CALLABLE_STATEMENT;
        }
        if (this == RESULT_SET) {
            return ADAPTED_RESULT_SET;
        }
        if (this == META_DATA) {
            return ADAPTED_META_DATA;
        }
        return this == ARRAY ? ADAPTED_ARRAY : this;
    }
}
