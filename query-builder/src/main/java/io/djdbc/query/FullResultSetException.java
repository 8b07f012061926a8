package io.djdbc.query;

/** All rows match, so the condition can be left out. A signal, so without a stack trace. */
public final class FullResultSetException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** The only instance, which holds nothing. */
    public static final FullResultSetException INSTANCE = new FullResultSetException();

    private FullResultSetException() {
        super("all rows match", null, false, false);
    }
}
