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
    RESULT_SET,
    META_DATA,
    ARRAY;

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
        if (this == RESULT_SET) {
            return ResultSetWrapper.class;
        }
        return this == META_DATA ? DatabaseMetaDataWrapper.class : ArrayWrapper.class;
    }

    Class<?> jdbcInterface() {
        if (this == CONNECTION) {
            return Connection.class;
        }
        if (this == STATEMENT) {
            return Statement.class;
        }
        if (this == PREPARED_STATEMENT || this == TRANSFORMING_STATEMENT) {
            return PreparedStatement.class;
        }
        if (this == CALLABLE_STATEMENT) {
            return CallableStatement.class;
        }
        if (this == RESULT_SET) {
            return ResultSet.class;
        }
        return this == META_DATA ? DatabaseMetaData.class : Array.class;
    }

    Class<?>[] constructorParameters() {
        if (this == CONNECTION) {
            return new Class<?>[] {SessionSource.class, WrapperFamily.class, Session.class};
        }
        return this == RESULT_SET
                ? new Class<?>[] {ConnectionWrapper.class, StatementWrapper.class, ResultSet.class}
                : new Class<?>[] {ConnectionWrapper.class, jdbcInterface()};
    }

    boolean isStatement() {
        return this == STATEMENT
                || this == PREPARED_STATEMENT
                || this == CALLABLE_STATEMENT
                || this == TRANSFORMING_STATEMENT;
    }
}
