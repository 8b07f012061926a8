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

/** The JDBC objects that are wrapped, each with its hand-written base class. */
enum WrapperKind {
    CONNECTION(ConnectionWrapper.class, Connection.class, SessionSource.class, WrapperFamily.class, Session.class),
    STATEMENT(StatementWrapper.class, Statement.class, ConnectionWrapper.class, Statement.class),
    PREPARED_STATEMENT(
            PreparedStatementWrapper.class, PreparedStatement.class, ConnectionWrapper.class, PreparedStatement.class),
    CALLABLE_STATEMENT(
            CallableStatementWrapper.class, CallableStatement.class, ConnectionWrapper.class, CallableStatement.class),
    RESULT_SET(
            ResultSetWrapper.class, ResultSet.class, ConnectionWrapper.class, StatementWrapper.class, ResultSet.class),
    META_DATA(DatabaseMetaDataWrapper.class, DatabaseMetaData.class, ConnectionWrapper.class, DatabaseMetaData.class),
    ARRAY(ArrayWrapper.class, Array.class, ConnectionWrapper.class, Array.class);

    final Class<? extends JdbcWrapper> base;
    final Class<?> jdbcInterface;
    final Class<?>[] constructorParameters;

    WrapperKind(Class<? extends JdbcWrapper> base, Class<?> jdbcInterface, Class<?>... constructorParameters) {
        this.base = base;
        this.jdbcInterface = jdbcInterface;
        this.constructorParameters = constructorParameters;
    }

    boolean isStatement() {
        return this == STATEMENT || this == PREPARED_STATEMENT || this == CALLABLE_STATEMENT;
    }
}
