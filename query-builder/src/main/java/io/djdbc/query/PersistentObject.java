package io.djdbc.query;

import io.djdbc.query.row.RowIdentity;
import io.djdbc.query.row.StateAccess;
import org.jspecify.annotations.Nullable;

/**
 * A base class that entities may have, and need not: it gives them Django's methods, and room for what djdbc remembers of
 * an instance, which is kept beside plain ones.
 *
 * <pre>{@code
 * @Entity
 * public class Author extends PersistentObject {
 *     @Id @GeneratedValue public @Nullable Long id;
 *     public String name = "";
 * }
 *
 * Author joe = db.objects(Author.class).get("name", "Joe");
 * joe.name = "Joseph";
 * joe.save();
 * }</pre>
 *
 * <p>Instances are equal if they are of one model and have the same primary key; without a key only to themselves.
 */
public abstract class PersistentObject {

    static {
        StateAccess.open(object -> object.djdbcState, (object, state) -> object.djdbcState = state);
    }

    private transient @Nullable Object djdbcState;

    /** For subclasses. */
    protected PersistentObject() {}

    /**
     * Saves it to the database that it came from; see {@link Database#save}.
     *
     * @throws IllegalStateException if it came from none: save it with {@code db.save(object)} first
     */
    public void save() {
        Database.of(this).save(this);
    }

    /** Deletes it from the database that it came from; see {@link Database#delete}. */
    public Deletion delete() {
        return Database.of(this).delete(this);
    }

    /** Reads its fields anew from the database that it came from; see {@link Database#refresh}. */
    public void refreshFromDb() {
        Database.of(this).refresh(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof PersistentObject && RowIdentity.same(this, other);
    }

    @Override
    public int hashCode() {
        return RowIdentity.hash(this);
    }
}
