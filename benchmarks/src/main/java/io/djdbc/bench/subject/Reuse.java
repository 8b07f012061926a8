package io.djdbc.bench.subject;

import java.sql.SQLException;
import java.util.Properties;

/** Who keeps connections open between requests; HikariCP's borrow is the measure. */
public enum Reuse {
    HIKARI("HikariCP's borrow") {
        @Override
        public Source open(String url, Properties info) {
            return HikariSource.above(url, info);
        }
    },
    DJDBC_NATIVE("djdbc native, CONN_MAX_AGE=60") {
        @Override
        public Source open(String url, Properties info) throws SQLException {
            return Peers.djdbc(url, info, "SEMANTICS=native", "CONN_MAX_AGE=60");
        }
    },
    DJDBC("djdbc, CONN_MAX_AGE=60") {
        @Override
        public Source open(String url, Properties info) throws SQLException {
            return Peers.djdbc(url, info, "CONN_MAX_AGE=60");
        }
    },
    HIKARI_AGAIN("HikariCP's borrow again") {
        @Override
        public Source open(String url, Properties info) {
            return HikariSource.above(url, info);
        }
    };

    private final String title;

    Reuse(String title) {
        this.title = title;
    }

    /** The column's heading. */
    public String title() {
        return title;
    }

    public boolean isOurs() {
        return this == DJDBC || this == DJDBC_NATIVE;
    }

    /** Connections to {@code url}, kept. */
    public abstract Source open(String url, Properties info) throws SQLException;
}
