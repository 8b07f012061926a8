package io.djdbc.query;

/**
 * A manager with methods of one's own; Django's custom manager. It is an interface, whose own methods are {@code
 * default}; djdbc makes the rest.
 *
 * <pre>{@code
 * interface People extends CustomManager<Person> {
 *     @Override
 *     default QuerySet<Person> initial(QuerySet<Person> all) {
 *         return all.filter("active", true);
 *     }
 *
 *     default QuerySet<Person> named(String name) {
 *         return filter("name__iexact", name);
 *     }
 * }
 *
 * db.objects(Person.class, People.class).named("ann");
 * db.related(city, "residents", People.class).named("ann");
 * }</pre>
 */
public interface CustomManager<T> extends Manager<T> {

    /** The rows that it begins with; all of them unless overridden. */
    default QuerySet<T> initial(QuerySet<T> all) {
        return all;
    }
}
