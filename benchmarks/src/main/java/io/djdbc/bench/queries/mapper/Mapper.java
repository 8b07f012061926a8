package io.djdbc.bench.queries.mapper;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** What is measured side by side. {@link #BY_HAND_AGAIN} is hand-written JDBC once more: how noisy the run was. */
public enum Mapper {
    BY_HAND("JDBC by hand") {
        @Override
        public Work open(String url, Target target) throws SQLException {
            return new HandWritten(connect(url));
        }
    },
    DJDBC("djdbc") {
        @Override
        public Work open(String url, Target target) {
            return Djdbc.open(url, target.dialect());
        }
    },
    DJDBC_DRIVER("djdbc above its driver") {
        @Override
        public Work open(String url, Target target) {
            return Djdbc.open("jdbc:djdbc:" + url.substring("jdbc:".length()), target.dialect());
        }
    },
    JDBI("JDBI") {
        @Override
        public Work open(String url, Target target) throws SQLException {
            return Jdbi.on(connect(url));
        }
    },
    JOOQ("jOOQ") {
        @Override
        public Work open(String url, Target target) throws SQLException {
            return Jooq.on(connect(url), target.jooq());
        }
    },
    EBEAN("Ebean") {
        @Override
        public Work open(String url, Target target) throws SQLException {
            return Ebean.on(connect(url), target);
        }
    },
    HIBERNATE("Hibernate, stateless") {
        @Override
        public Work open(String url, Target target) throws SQLException {
            return Hibernate.on(connect(url), target.hibernate());
        }
    },
    MYBATIS("MyBatis") {
        @Override
        public Work open(String url, Target target) throws SQLException {
            return MyBatis.on(connect(url));
        }
    },
    SPRING("Spring's row mapper") {
        @Override
        public Work open(String url, Target target) throws SQLException {
            return Spring.on(connect(url));
        }
    },
    BY_HAND_AGAIN("by hand again") {
        @Override
        public Work open(String url, Target target) throws SQLException {
            return new HandWritten(connect(url));
        }
    };

    private final String title;

    Mapper(String title) {
        this.title = title;
    }

    /** The column's heading. */
    public String title() {
        return title;
    }

    /** This library on a connection of its own to {@code url}. */
    public abstract Work open(String url, Target target) throws SQLException;

    private static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url);
    }
}
