package io.djdbc.query;

import io.djdbc.query.execute.Backend;
import io.djdbc.query.execute.Session;
import io.djdbc.query.model.Models;
import io.djdbc.query.queryset.CustomManagers;
import io.djdbc.query.queryset.DefaultQuerySet;
import io.djdbc.query.related.Attributes;
import io.djdbc.query.related.Prefetcher;
import io.djdbc.query.related.RelatedSets;
import io.djdbc.query.row.InstanceState;
import io.djdbc.query.row.InstanceStates;
import io.djdbc.query.row.RowIdentity;
import io.djdbc.query.schema.Schema;
import io.djdbc.query.write.Refreshing;
import io.djdbc.query.write.Saving;
import jakarta.persistence.metamodel.PluralAttribute;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A database, or several behind one router, and the models in it: where everything begins.
 *
 * <pre>{@code
 * Database db = Database.open("jdbc:djdbc:sqlite:blog.db");
 * db.register(Blog.class, Author.class, Entry.class);
 *
 * Blog blog = db.objects(Blog.class).create("name", "Beatles Blog", "tagline", "All the latest.");
 * blog.tagline = "All the latest Beatles news.";
 * db.save(blog);
 *
 * db.atomic(() -> {
 *     db.related(entry, "authors").add(john, paul);
 *     db.onCommit(() -> log.info("two authors more"));
 * });
 * }</pre>
 *
 * <p>Every operation takes a connection for itself and gives it back, but for those in {@link #atomic}, which share one.
 * Errors of the database come as {@link DatabaseError}. Safe for use by several threads; instances of entities are not.
 */
public final class Database implements AutoCloseable {

    private final Session session;

    Database(Session session) {
        this.session = session;
    }

    /** The database at a URL; its connections stay open until {@link #close}. */
    public static Database open(String url) {
        return builder().database(Session.DEFAULT, url, null, null).build();
    }

    /** The database at a URL; its connections stay open until {@link #close}. */
    public static Database open(String url, String user, String password) {
        return builder().database(Session.DEFAULT, url, user, password).build();
    }

    /** The database of a data source, which is asked for a connection for each operation outside of a transaction. */
    public static Database of(DataSource dataSource) {
        return builder().database(Session.DEFAULT, dataSource).build();
    }

    /** For several databases, routers, listeners. */
    public static DatabaseBuilder builder() {
        return new DatabaseBuilder();
    }

    /**
     * The database that an instance was read from or saved to.
     *
     * @throws IllegalStateException if there is none
     */
    public static Database of(PersistentObject instance) {
        InstanceState state = InstanceStates.find(instance);
        if (state == null || !(state.database() instanceof Origin origin)) {
            throw new IllegalStateException(
                    instance.getClass().getSimpleName() + " belongs to no database yet: save it by db.save(object)");
        }
        return new Database(origin.session());
    }

    /** Whether two instances are the same row, as Django compares them: one table, one key. */
    public static boolean same(@Nullable Object one, @Nullable Object other) {
        return RowIdentity.same(one, other);
    }

    /** Where an instance came from. */
    public record Origin(Session session, String alias) {}

    /**
     * Makes entity classes known. A class that was not registered is when it is first used, but ways back from one that
     * nobody has used yet would be missing.
     */
    public Database register(Class<?>... entities) {
        session.models().register(List.of(entities));
        return this;
    }

    /** The models. */
    public Models models() {
        return session.models();
    }

    /** All rows of an entity. */
    public <T> Manager<T> objects(Class<T> entity) {
        return DefaultQuerySet.all(session, session.models().model(entity));
    }

    /**
     * All rows of an entity, with methods of one's own.
     *
     * @param manager an interface that extends {@link CustomManager}
     */
    public <T, M extends CustomManager<T>> M objects(Class<T> entity, Class<M> manager) {
        return CustomManagers.of(
                manager, DefaultQuerySet.all(session, session.models().model(entity)));
    }

    /** The same with another database for what says none. */
    public Database using(String alias) {
        return new Database(session.using(alias));
    }

    /** The same with another current time zone, in which days begin and parts of points in time are taken. */
    public Database inZone(ZoneId zone) {
        return new Database(session.inZone(zone));
    }

    /** The current time zone; UTC unless the builder was told otherwise. */
    public ZoneId zone() {
        return session.zone();
    }

    /** The tables: made and dropped as Django would. */
    public Schema schema() {
        return new Schema(backend(), session.models());
    }

    // instances

    /**
     * Inserts or updates an instance, as Django decides: with a key that the table has it is an update, else an insert,
     * which gives it its key.
     */
    public void save(Object instance) {
        save(instance, SaveOptions.DEFAULT);
    }

    /** Saves an instance in a way of one's own. */
    public void save(Object instance, SaveOptions options) {
        new Saving(session).save(instance, options);
    }

    /** Deletes an instance, and what {@code on_delete} says of those that refer to it. */
    public Deletion delete(Object instance) {
        return delete(instance, false);
    }

    /** @param keepParents whether the rows of its parents' tables stay */
    public Deletion delete(Object instance, boolean keepParents) {
        return new io.djdbc.query.delete.Deleting(session).delete(instance, keepParents);
    }

    /**
     * Reads fields anew; without names all of them, and related objects are forgotten.
     *
     * @throws DoesNotExist if the row is gone
     */
    public void refresh(Object instance, String... fields) {
        new Refreshing(session).refresh(instance, Arrays.asList(fields));
    }

    /**
     * The value of an attribute, which is read if it has not been: a related object, the one on the other side of a
     * one-to-one relation, a field that {@code only()} left out. It is in the instance then.
     *
     * <pre>{@code
     * Blog blog = db.load(entry, "blog");   // a query, unless selectRelated("blog") has read it
     * }</pre>
     *
     * @throws DoesNotExist if a key points to nothing
     * @throws RelatedObjectDoesNotExist if there is nothing on the other side
     */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <V> @Nullable V load(Object instance, String attribute) {
        return (V) new Attributes(session).load(instance, attribute);
    }

    /**
     * Sets an attribute by its name in Django: a value, a related object or its key, or an expression, which the next
     * save computes in the database.
     *
     * <pre>{@code
     * db.assign(entry, "number_of_pingbacks", F.of("number_of_pingbacks").plus(1));
     * db.save(entry);
     * }</pre>
     */
    public void assign(Object instance, String attribute, @Nullable Object value) {
        new Attributes(session).assign(instance, attribute, value);
    }

    /** The objects that an instance is related to; the name is an attribute's, or that of the way back. */
    public <R> RelatedSet<R> related(Object instance, String relation) {
        return RelatedSets.of(session, instance, relation);
    }

    /** The objects that an instance is related to by an attribute of JPA's static metamodel. */
    public <R> RelatedSet<R> related(Object instance, PluralAttribute<?, ?, R> relation) {
        return related(instance, relation.getName());
    }

    /** The same with methods of one's own. */
    public <R, M extends CustomManager<R>> M related(Object instance, String relation, Class<M> manager) {
        return CustomManagers.of(manager, RelatedSets.<R>of(session, instance, relation));
    }

    /** The value that {@code annotate()} gave to an instance. */
    public @Nullable Object annotation(Object instance, String name) {
        return Attributes.annotation(instance, name);
    }

    /** What {@code prefetchRelated()} read into a list of this name. */
    public List<?> prefetched(Object instance, String name) {
        InstanceState state = InstanceStates.find(instance);
        List<?> objects = state == null ? null : state.prefetched(name);
        return Objects.requireNonNull(objects, () -> "Nothing was prefetched as '" + name + "'");
    }

    /** Reads related objects of instances ahead; as {@link Manager#prefetchRelated}. */
    public void prefetch(Collection<?> instances, Object... lookups) {
        Prefetcher.prefetch(session, List.copyOf(instances), Arrays.asList(lookups));
    }

    // transactions

    /** Runs work in a transaction, or inside of one as a savepoint: all of it is done, or with an exception nothing. */
    public <E extends Exception> void atomic(Work.WithoutResult<E> work) throws E {
        atomic(Atomic.SAVEPOINT, work);
    }

    /** Runs work in a transaction, or inside of one as a savepoint: all of it is done, or with an exception nothing. */
    public <R, E extends Exception> R atomic(Work<R, E> work) throws E {
        return atomic(Atomic.SAVEPOINT, work);
    }

    /** Runs work in a transaction of a kind. */
    public <E extends Exception> void atomic(Atomic kind, Work.WithoutResult<E> work) throws E {
        this.<Boolean, E>atomic(kind, () -> {
            work.run();
            return true;
        });
    }

    /** Runs work in a transaction of a kind. */
    public <R, E extends Exception> R atomic(Atomic kind, Work<R, E> work) throws E {
        return backend().transactions().atomic(kind.hasSavepoint(), kind.isDurable(), work);
    }

    /** Runs something after the commit of the transaction, never if it is rolled back; at once outside of one. */
    public void onCommit(Runnable hook) {
        backend().transactions().onCommit(hook, false);
    }

    /** As {@link #onCommit}, but its exception is logged and hinders nobody. */
    public void onCommitRobust(Runnable hook) {
        backend().transactions().onCommit(hook, true);
    }

    /** The transaction of the present thread. */
    public Transaction transaction() {
        return new Transaction(backend().transactions());
    }

    private Backend backend() {
        return session.preferredBackend();
    }

    /** Closes what {@link #open} keeps open. */
    @Override
    public void close() {
        for (Map.Entry<String, Backend> backend : session.backends().entrySet()) {
            try {
                backend.getValue().close();
            } catch (SQLException e) {
                throw new OperationalError("Closing the database '" + backend.getKey() + "': " + e.getMessage(), e);
            }
        }
    }
}
