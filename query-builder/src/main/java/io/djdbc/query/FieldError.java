package io.djdbc.query;

/** A path, lookup or expression that a model or database cannot have, as Django's {@code FieldError}. */
public class FieldError extends RuntimeException {

    private static final long serialVersionUID = 1;

    public FieldError(String message) {
        super(message);
    }
}
