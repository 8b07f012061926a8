package io.djdbc.query;

/** A model has no field of that name; {@code django.core.exceptions.FieldDoesNotExist}. */
public class FieldDoesNotExist extends RuntimeException {

    private static final long serialVersionUID = 1;

    public FieldDoesNotExist(String message) {
        super(message);
    }
}
