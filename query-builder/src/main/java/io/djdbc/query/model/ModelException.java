package io.djdbc.query.model;

/** A class that cannot be a model, or models that contradict each other: says which class and attribute, and the remedy. */
public final class ModelException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ModelException(String message) {
        super(message);
    }

    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
