package io.djdbc.query;

/** A name that no field of a model has, as Django's {@code FieldDoesNotExist}. */
public class FieldDoesNotExist extends RuntimeException {

    private static final long serialVersionUID = 1;

    public FieldDoesNotExist(String message) {
        super(message);
    }
}
