package io.djdbc.query;

/** No row can match, so there is nothing to ask the database. A signal, so without a stack trace. */
public final class EmptyResultSetException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** The only instance, which holds nothing. */
    public static final EmptyResultSetException INSTANCE = new EmptyResultSetException();

    private EmptyResultSetException() {
        super("no row can match", null, false, false);
    }
}
