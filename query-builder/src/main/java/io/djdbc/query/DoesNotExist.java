package io.djdbc.query;

/**
 * {@code get()}, {@code earliest()} or {@code latest()} found nothing, or a related object is not there. Django's {@code
 * Entry.DoesNotExist}; {@link #model()} says whose.
 */
public class DoesNotExist extends RuntimeException {

    private static final long serialVersionUID = 1;
    private final String model;

    public DoesNotExist(String model, String message) {
        super(message);
        this.model = model;
    }

    /** The name of the model: {@code Entry}. */
    public String model() {
        return model;
    }
}
