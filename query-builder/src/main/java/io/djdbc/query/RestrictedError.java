package io.djdbc.query;

import java.util.List;

/** An object cannot be deleted because others refer to it with on_delete {@code RESTRICT}; {@link #objects()} are those. */
public class RestrictedError extends IntegrityError {

    private static final long serialVersionUID = 1;
    private final transient List<Object> objects;

    public RestrictedError(String message, List<Object> objects) {
        super(message);
        this.objects = List.copyOf(objects);
    }

    /** The objects that are in the way. */
    public List<Object> objects() {
        return objects;
    }
}
