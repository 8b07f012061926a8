package io.djdbc.query;

/** An instance has no related object of that name; {@code entry.entrydetail} where no detail points to the entry. */
public class RelatedObjectDoesNotExist extends DoesNotExist {

    private static final long serialVersionUID = 1;

    public RelatedObjectDoesNotExist(String model, String message) {
        super(model, message);
    }
}
