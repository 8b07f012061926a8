package io.djdbc.query.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The models of an application, made of its entity classes.
 *
 * <pre>{@code
 * Models models = Models.of(Blog.class, Author.class, Entry.class);
 * Model entry = models.model(Entry.class);
 * entry.table();                      // blog_entry
 * entry.attribute("blog__name");      // null: one step only
 * entry.attribute("blog").path();     // one join
 * }</pre>
 *
 * <p>A class brings those that it refers to along, but not those that refer to it: register these too, or the ways back
 * from it are unknown. As in Django the order of registration is the order of ways back. Safe for use by several threads.
 */
public final class Models {

    private final Object lock = new Object();
    private volatile Registry registry = Registry.EMPTY;

    private Models() {}

    /**
     * Registers entity classes, and JPA converters that apply by themselves ({@code @Converter(autoApply = true)}).
     *
     * @throws ModelException if a class cannot be a model, or they contradict each other
     */
    public static Models of(Class<?>... classes) {
        return of(Arrays.asList(classes));
    }

    /** As {@link #of(Class...)}. */
    public static Models of(List<Class<?>> classes) {
        Models models = new Models();
        models.register(classes);
        return models;
    }

    /**
     * Adds entity classes and those that they refer to; all of them or, on an exception, none.
     *
     * @throws ModelException if a class cannot be a model, or contradicts others
     */
    public void register(List<Class<?>> classes) {
        synchronized (lock) {
            registry = new ModelReader(registry).read(classes);
        }
    }

    /**
     * The model of an entity class, which is registered if it is new.
     *
     * @throws ModelException if the class cannot be a model
     */
    public Model model(Class<?> entityClass) {
        Model model = registry.byClass().get(entityClass);
        if (model == null) {
            register(List.of(entityClass));
            model = registry.byClass().get(entityClass);
        }
        return Field.resolved(model, entityClass);
    }

    /** A model by its name ({@code Entry}) or label ({@code blog.Entry}); null if there is none. */
    public @Nullable Model model(String name) {
        for (Model model : registry.all()) {
            if (model.label().equals(name)) {
                return model;
            }
        }
        for (Model model : registry.all()) {
            if (model.name().equals(name)) {
                return model;
            }
        }
        return null;
    }

    /** All models in the order of registration, the join tables that no class declares before their owner. */
    public List<Model> all() {
        return registry.all();
    }

    /** What is registered at one moment. */
    record Registry(List<Model> all, Map<Class<?>, Model> byClass, Map<Class<?>, Conversions.Typed> converters) {

        static final Registry EMPTY = new Registry(List.of(), Map.of(), Map.of());

        Registry {
            all = List.copyOf(all);
            byClass = Map.copyOf(byClass);
            converters = Map.copyOf(converters);
        }
    }
}
