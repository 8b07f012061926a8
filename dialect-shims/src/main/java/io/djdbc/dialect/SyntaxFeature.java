package io.djdbc.dialect;

/** A way to write SQL that some databases have and others read as something else. */
public enum SyntaxFeature {
    /** In {@code '…'} a backslash escapes the next character: MySQL unless NO_BACKSLASH_ESCAPES. */
    BACKSLASH_ESCAPES,
    /** {@code "…"} is a string: MySQL unless ANSI_QUOTES. Without this it is a name. */
    DOUBLE_QUOTED_STRINGS,
    /** Nobody knows yet which of the two it is, unless the server is asked: MariaDB. */
    DOUBLE_QUOTES_UNCERTAIN,
    /** {@code `…`} is a name: MySQL, SQLite. */
    BACKTICK_NAMES,
    /** {@code […]} is a name: SQL Server, SQLite. */
    BRACKET_NAMES,
    /** In {@code […]} a doubled {@code ]} is one: SQL Server. */
    DOUBLED_BRACKETS,
    /** A name may hold {@code #}: Oracle, SQL Server. */
    HASH_IN_NAMES,
    /** {@code # …} to the end of the line is a comment: MySQL. */
    HASH_COMMENTS,
    /** {@code --} begins a comment only before white space: MySQL. */
    DASH_COMMENTS_NEED_SPACE,
    /** {@code // …} to the end of the line is a comment: H2, Snowflake. */
    SLASH_COMMENTS,
    /** Comments in comments: PostgreSQL, H2, SQL Server. */
    NESTED_COMMENTS,
    /** A comment that is not closed ends with the text: SQLite. */
    OPEN_COMMENTS,
    /** What is in {@code /*! … *}{@code /} is run: MySQL; in {@code /*M! … *}{@code /} too: MariaDB. */
    EXECUTABLE_COMMENTS,
    /** {@code E'…'} with backslash escapes: PostgreSQL. */
    ESCAPE_STRINGS,
    /** {@code U&'…'} and {@code U&"…"}: PostgreSQL, H2. */
    UNICODE_STRINGS,
    /** {@code $$…$$}: PostgreSQL, H2. */
    DOLLAR_QUOTES,
    /** {@code $tag$…$tag$}: PostgreSQL. */
    DOLLAR_TAGS,
    /** {@code q'[…]'} and {@code nq'[…]'}: Oracle. */
    Q_QUOTES,
    /** {@code ??} is the operator {@code ?} for the vendor's JDBC driver: PostgreSQL. */
    DOUBLED_QUESTION_MARKS,
    /** {@code ?1} is a parameter: SQLite, H2. */
    NUMBERED_PARAMETERS,
    /** {@code $1} is a parameter: PostgreSQL. */
    DOLLAR_PARAMETERS,
    /** {@code :name} is a parameter: SQLite, Oracle. */
    COLON_PARAMETERS,
    /** {@code @name} is a parameter, or a variable: SQLite, MySQL, SQL Server. */
    AT_NAMES,
    /** {@code $name} is a parameter: SQLite. */
    DOLLAR_NAMES,
    /** Statements that begin with BEGIN or DECLARE are programs: Oracle. */
    PROGRAM_BLOCKS
}
