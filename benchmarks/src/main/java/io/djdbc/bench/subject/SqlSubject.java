package io.djdbc.bench.subject;

import java.sql.SQLException;
import java.util.Properties;

/** What is measured of rewriting SQL on the stub driver: djdbc with every rewrite of a dialect on. */
public enum SqlSubject {
    BARE("bare", Subject.BARE, ""),
    LIMIT("limit", Subject.LIMIT, ""),
    SQLITE("djdbc, sqlite", Subject.DJDBC, "?DIALECT=sqlite"),
    ORACLE("djdbc, oracle", Subject.DJDBC, "?DIALECT=oracle"),
    LIMIT_AGAIN("limit again", Subject.LIMIT, ""),
    BARE_AGAIN("bare again", Subject.BARE, "");

    private final String title;
    private final Subject subject;
    private final String parameters;

    SqlSubject(String title, Subject subject, String parameters) {
        this.title = title;
        this.subject = subject;
        this.parameters = parameters;
    }

    /** The column's heading. */
    public String title() {
        return title;
    }

    /** This subject above the vendor's driver for {@code url}. */
    public Source open(String url, Properties info) throws SQLException {
        return subject.open(url + parameters, info);
    }
}
