package io.djdbc.query.related;

import io.djdbc.query.Prefetch;
import io.djdbc.query.execute.Session;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.Model;
import io.djdbc.query.write.Saving;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads related objects ahead: one query for each step of each path, for all instances together. */
public final class Prefetcher {

    private final Session session;
    private final Map<String, List<?>> done = new HashMap<>();
    private final Deque<Task> tasks = new ArrayDeque<>();

    /** @param to the path with the name by which the last objects are found */
    private record Task(String path, String to, @Nullable Prefetch own) {}

    private Prefetcher(Session session) {
        this.session = session;
    }

    /** @param lookups paths, or {@link Prefetch} */
    public static void prefetch(Session session, List<?> instances, List<?> lookups) {
        if (!instances.isEmpty() && !lookups.isEmpty()) {
            Prefetcher prefetcher = new Prefetcher(session);
            prefetcher.add(lookups, "");
            prefetcher.run(instances);
        }
    }

    private void add(List<?> lookups, String prefix) {
        for (int i = lookups.size() - 1; i >= 0; i--) {
            Object lookup = lookups.get(i);
            Prefetch prefetch = lookup instanceof Prefetch own ? own : Prefetch.of(lookup.toString());
            String path = prefix + prefetch.path();
            tasks.push(new Task(path, named(path, prefetch.toAttr()), prefetch));
        }
    }

    private static String named(String path, @Nullable String last) {
        int at = path.lastIndexOf("__");
        return last == null ? path : at < 0 ? last : path.substring(0, at + 2) + last;
    }

    private void run(List<?> instances) {
        while (!tasks.isEmpty()) {
            Task task = tasks.pop();
            if (done.containsKey(task.to())) {
                if (task.own() != null && task.own().querySet() != null) {
                    throw new IllegalArgumentException("'" + task.to() + "' lookup was already seen with a different"
                            + " queryset. You may need to adjust the ordering of your lookups.");
                }
                continue;
            }
            follow(task, instances);
        }
    }

    private void follow(Task task, List<?> instances) {
        List<?> objects = instances;
        String[] names = task.path().split("__", -1);
        StringBuilder at = new StringBuilder();
        for (int level = 0; level < names.length && !objects.isEmpty(); level++) {
            boolean last = level == names.length - 1;
            at.append(level == 0 ? "" : "__").append(names[level]);
            String key = last ? task.to() : at.toString();
            List<?> known = done.get(key);
            objects = known != null ? known : step(task, objects, names[level], last, key);
        }
    }

    /** The objects one step further. */
    private List<?> step(Task task, List<?> objects, String name, boolean last, String key) {
        Prefetch own = last ? task.own() : null;
        PrefetchStep step = PrefetchStep.of(session, objects.get(0), name, own == null ? null : own.toAttr());
        if (step == null) {
            Model model = Saving.model(session, objects.get(0));
            if (!name.equals("pk") && !(model.attribute(name) instanceof Field)) {
                throw new UnsupportedOperationException("Cannot find '" + name + "' on " + model.name() + " object, '"
                        + task.path() + "' is an invalid parameter to prefetch_related()");
            }
            if (last) {
                throw new IllegalArgumentException("'" + task.path()
                        + "' does not resolve to an item that supports prefetching - this is an invalid parameter to"
                        + " prefetch_related().");
            }
            return List.of();
        }
        List<Object> missing = new ArrayList<>();
        for (Object object : objects) {
            if (!step.isRead(object)) {
                missing.add(object);
            }
        }
        if (missing.isEmpty()) {
            return step.present(objects);
        }
        List<Object> nested = new ArrayList<>();
        List<?> read = step.read(missing, own == null ? null : own.querySet(), nested);
        done.put(key, read);
        add(nested, key + "__");
        return read;
    }
}
