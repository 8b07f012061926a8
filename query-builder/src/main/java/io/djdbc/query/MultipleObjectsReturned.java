package io.djdbc.query;

/** {@code get()} found more than one object. Django's {@code Entry.MultipleObjectsReturned}; {@link #model()} says whose. */
public class MultipleObjectsReturned extends RuntimeException {

    private static final long serialVersionUID = 1;
    private final String model;

    public MultipleObjectsReturned(String model, String message) {
        super(message);
        this.model = model;
    }

    /** The name of the model: {@code Entry}. */
    public String model() {
        return model;
    }
}
