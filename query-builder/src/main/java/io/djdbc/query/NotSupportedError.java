package io.djdbc.query;

/** What this database cannot do, as Django's {@code NotSupportedError}. */
public class NotSupportedError extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NotSupportedError(String message) {
        super(message);
    }
}
