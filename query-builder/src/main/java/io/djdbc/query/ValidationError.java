package io.djdbc.query;

/** A value that its field cannot have: Django's {@code ValidationError}, with its text. */
public final class ValidationError extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    public ValidationError(String message) {
        super(message);
    }
}
