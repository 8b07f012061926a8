package io.djdbc.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How {@link Database#save(Object, SaveOptions)} saves.
 *
 * <pre>{@code
 * db.save(blog, SaveOptions.fields("name"));
 * }</pre>
 *
 * @param forceInsert it must be a new row
 * @param forceUpdate it must be a row that is there
 * @param updateFields only these fields, by name; null for all
 * @param using the alias of the database; null for the router's choice
 */
public record SaveOptions(
        boolean forceInsert,
        boolean forceUpdate,
        @Nullable List<String> updateFields,
        @Nullable String using) {

    /** As Django decides. */
    public static final SaveOptions DEFAULT = new SaveOptions(false, false, null, null);

    public static final SaveOptions FORCE_INSERT = new SaveOptions(true, false, null, null);

    public static final SaveOptions FORCE_UPDATE = new SaveOptions(false, true, null, null);

    public SaveOptions {
        if (forceInsert && (forceUpdate || updateFields != null)) {
            throw new IllegalArgumentException("Cannot force both insert and updating in model saving.");
        }
    }

    /** An update of these fields only. */
    public static SaveOptions fields(String... names) {
        return new SaveOptions(false, false, List.of(names), null);
    }

    public SaveOptions using(String alias) {
        return new SaveOptions(forceInsert, forceUpdate, updateFields, alias);
    }
}
