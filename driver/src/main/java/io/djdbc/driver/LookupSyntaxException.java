package io.djdbc.driver;

import java.sql.SQLSyntaxErrorException;

/**
 * A lookup escape, <code>{icontains headline, ?}</code>, that is not well formed; SQLState 42601, and nothing was sent to
 * the database.
 */
public final class LookupSyntaxException extends SQLSyntaxErrorException {

    private static final long serialVersionUID = 1L;

    /** Syntax error. */
    public static final String SQL_STATE = "42601";

    private final String lookup;
    private final int line;
    private final int column;
    private final String expected;

    /**
     * @param lookup the lookup's name
     * @param line from 1 on
     * @param column in UTF-16 units, from 1 on
     * @param found what is there instead
     */
    public LookupSyntaxException(String lookup, int line, int column, String expected, String found) {
        super(
                "The lookup escape {" + lookup + " …} is not well formed: line " + line + ", column " + column
                        + ": expected " + expected + ", found " + found + ". It is written {" + lookup
                        + " left side, right side}.",
                SQL_STATE);
        this.lookup = lookup;
        this.line = line;
        this.column = column;
        this.expected = expected;
    }

    /** The lookup's name: {@code icontains}. */
    public String lookup() {
        return lookup;
    }

    /** The line of the statement in which the mistake was noticed, from 1 on. */
    public int line() {
        return line;
    }

    /** The place in that line, in UTF-16 units, from 1 on. */
    public int column() {
        return column;
    }

    /** What should have been there, in words. */
    public String expected() {
        return expected;
    }
}
