package io.djdbc.bench.queries.mapper;

import io.djdbc.bench.queries.model.EntryRow;
import io.djdbc.bench.queries.model.Remark;
import io.djdbc.bench.subject.DriverDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.apache.ibatis.logging.nologging.NoLoggingImpl;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.managed.ManagedTransactionFactory;

/** MyBatis with annotated mappers, a session for each piece of work. */
record MyBatis(SqlSessionFactory factory, Connection connection) implements Work {
    static MyBatis on(Connection connection) {
        var transactions = new ManagedTransactionFactory();
        var properties = new Properties();
        properties.setProperty("closeConnection", "false");
        transactions.setProperties(properties);
        var configuration =
                new Configuration(new Environment("bench", transactions, new DriverDataSource(() -> connection)));
        configuration.setLogImpl(NoLoggingImpl.class);
        configuration.setMapUnderscoreToCamelCase(true);
        configuration.addMapper(MyBatisStatements.class);
        return new MyBatis(new SqlSessionFactoryBuilder().build(configuration), connection);
    }

    private static MyBatisStatements in(SqlSession session) {
        return session.getMapper(MyBatisStatements.class);
    }

    @Override
    public List<EntryRow> entries() {
        try (var session = factory.openSession()) {
            return in(session).entries();
        }
    }

    @Override
    public List<EntryRow> entriesOf(String blogName) {
        try (var session = factory.openSession()) {
            return in(session).entriesOf(blogName + "%");
        }
    }

    @Override
    public List<EntryRow> entries(String blogName, int rating, String headline) {
        try (var session = factory.openSession()) {
            return in(session).three(blogName, rating, headline + "%");
        }
    }

    @Override
    public EntryRow entry(long id) {
        try (var session = factory.openSession()) {
            return in(session).entry(id);
        }
    }

    @Override
    public long setComments(long blog, int rating, int comments) {
        try (var session = factory.openSession()) {
            return in(session).setComments(blog, rating, comments);
        }
    }

    @Override
    public void insert(List<Remark> remarks) throws SQLException {
        connection.setAutoCommit(false);
        try (var session = factory.openSession(ExecutorType.BATCH)) {
            var statements = in(session);
            for (var remark : remarks) {
                statements.insert(remark);
            }
            session.flushStatements();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
