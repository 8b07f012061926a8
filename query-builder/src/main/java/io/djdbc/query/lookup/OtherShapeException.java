package io.djdbc.query.lookup;

/**
 * A value for which the query must be compiled anew, though others of its kind need not: an integer that the column
 * cannot have. A signal, so without a stack trace.
 */
public final class OtherShapeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    static final OtherShapeException INSTANCE = new OtherShapeException();

    private OtherShapeException() {
        super("the compiled query does not fit this value", null, false, false);
    }
}
