package io.djdbc.dialect;

/** How a vendor writes parameters in its URLs. */
public enum ParameterSyntax {
    /** {@code ?a=b&c=d}: PostgreSQL, MySQL, MariaDB, SQLite, Oracle's EZConnect Plus. */
    QUERY,
    /** {@code ;A=B;C=D}, where {@code \;} is a semicolon inside a value: H2, SQL Server, Derby. */
    SEMICOLON
}
