package io.djdbc.dialect;

/** Texts in SQL. */
final class SqlText {

    private SqlText() {}

    /** A standard literal, for servers that read a backslash as itself. */
    static String literal(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /** A literal that PostgreSQL reads in the same way whatever {@code standard_conforming_strings} is. */
    static String postgreSqlLiteral(String value) {
        String quoted = literal(value);
        return value.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
    }

    /** A literal for MySQL and MariaDB, where a backslash escapes unless NO_BACKSLASH_ESCAPES says otherwise. */
    static String mySqlLiteral(String value) {
        return literal(value.replace("\\", "\\\\"));
    }
}
