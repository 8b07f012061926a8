package io.djdbc.bench.subject;

import java.sql.SQLException;
import java.util.Properties;

/** What is measured side by side. {@link #BARE_AGAIN} is the bare driver once more: it says how noisy the run was. */
public enum Subject {
    BARE("bare") {
        @Override
        public Source open(String url, Properties info) throws SQLException {
            return Peers.bare(url, info);
        }
    },
    LIMIT("limit") {
        @Override
        public Source open(String url, Properties info) throws SQLException {
            return Peers.prefixed("jdbc:limit:", url, info);
        }
    },
    HIKARI("HikariCP") {
        @Override
        public Source open(String url, Properties info) {
            return HikariSource.above(url, info);
        }
    },
    P6SPY("P6Spy") {
        @Override
        public Source open(String url, Properties info) throws SQLException {
            return Peers.p6spy(url, info);
        }
    },
    AWS("AWS, no plugins") {
        @Override
        public Source open(String url, Properties info) throws SQLException {
            return Peers.aws(url, info, false);
        }
    },
    AWS_DEFAULTS("AWS") {
        @Override
        public Source open(String url, Properties info) throws SQLException {
            return Peers.aws(url, info, true);
        }
    },
    DATASOURCE_PROXY("datasource-proxy") {
        @Override
        public Source open(String url, Properties info) throws SQLException {
            return Peers.datasourceProxy(url, info);
        }
    },
    OPENTELEMETRY("OpenTelemetry") {
        @Override
        public Source open(String url, Properties info) throws SQLException {
            return Peers.openTelemetry(url, info);
        }
    },
    DJDBC_NATIVE("djdbc native") {
        @Override
        public Source open(String url, Properties info) throws SQLException {
            return Peers.djdbc(url, info, "SEMANTICS=native");
        }
    },
    DJDBC("djdbc") {
        @Override
        public Source open(String url, Properties info) throws SQLException {
            return Peers.djdbc(url, info);
        }
    },
    BARE_AGAIN("bare again") {
        @Override
        public Source open(String url, Properties info) throws SQLException {
            return Peers.bare(url, info);
        }
    };

    private final String title;

    Subject(String title) {
        this.title = title;
    }

    /** The column's heading. */
    public String title() {
        return title;
    }

    public boolean isOurs() {
        return this == DJDBC || this == DJDBC_NATIVE;
    }

    /** This subject above the vendor's driver for {@code url}. */
    public abstract Source open(String url, Properties info) throws SQLException;
}
