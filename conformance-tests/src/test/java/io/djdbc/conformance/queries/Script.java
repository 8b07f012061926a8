package io.djdbc.conformance.queries;

import com.fasterxml.jackson.databind.JsonNode;
import io.djdbc.query.Database;
import io.djdbc.query.Manager;
import io.djdbc.query.QuerySet;
import io.djdbc.query.expression.Exists;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Subquery;
import io.djdbc.query.model.Model;
import io.djdbc.query.model.ThroughRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs the steps of a script on a database. */
final class Script implements Scope {

    private final Database db;
    private final Expressions expressions = new Expressions(this);
    private final Operations operations;
    private final Map<String, @Nullable Object> variables = new HashMap<>();

    Script(Database db) {
        this.db = db;
        this.operations = new Operations(db, expressions, this);
    }

    /** The value of the last step, evaluated, with instances as references. */
    @Nullable
    Object run(List<Step> steps) {
        return neutral(runAll(steps));
    }

    private @Nullable Object runAll(List<Step> steps) {
        Object last = null;
        for (Step step : steps) {
            last = run(step);
        }
        return last instanceof Manager<?> rows ? Operations.list(rows) : last;
    }

    private @Nullable Object run(Step step) {
        if (step instanceof Step.Atomic atomic) {
            List<@Nullable Object> last = new ArrayList<>();
            db.atomic(() -> {
                Object result = null;
                for (Step inner : atomic.steps()) {
                    result = run(inner);
                }
                last.add(result);
            });
            return last.get(0);
        }
        if (step instanceof Step.Assign assign) {
            Object instance = Objects.requireNonNull(variable(assign.variable()));
            db.assign(instance, assign.attribute(), expressions.value(assign.value()));
            return null;
        }
        Step.Run run = (Step.Run) step;
        Object value = run(run.pipeline());
        if (run.names().size() == 1) {
            variables.put(run.names().get(0), value);
        } else if (!run.names().isEmpty()) {
            List<?> pair = (List<?>) Objects.requireNonNull(value);
            for (int i = 0; i < pair.size(); i++) {
                variables.put(run.names().get(i), pair.get(i));
            }
        }
        return run.names().isEmpty() ? value : null;
    }

    @Override
    public @Nullable Object variable(String name) {
        if (!variables.containsKey(name)) {
            throw new IllegalStateException("no variable " + name);
        }
        return variables.get(name);
    }

    @Nullable
    Object with(String variable, @Nullable Object value, Pipeline pipeline) {
        variables.put(variable, value);
        Object result = run(pipeline);
        return result instanceof Manager<?> rows ? Operations.list(rows) : result;
    }

    @Override
    public @Nullable Object run(Pipeline pipeline) {
        Object value = root(pipeline.root());
        for (Pipeline.Operation operation : pipeline.operations()) {
            value = operations.apply(Objects.requireNonNull(value, () -> "null has no " + operation), operation);
        }
        return value;
    }

    private @Nullable Object root(Pipeline.Root root) {
        if (root instanceof Pipeline.Root.Model model) {
            return db.objects(entity(model.name()));
        }
        if (root instanceof Pipeline.Root.Variable variable) {
            return variable(variable.name());
        }
        Pipeline.Root.New made = (Pipeline.Root.New) root;
        Object instance = model(made.model()).newInstance();
        for (JsonNode pair : made.fields()) {
            db.assign(instance, pair.get(0).asText(), expressions.value(pair.get(1)));
        }
        return instance;
    }

    private Model model(String name) {
        return Objects.requireNonNull(db.models().model(name), name);
    }

    private Class<?> entity(String name) {
        return model(name).entityClass();
    }

    @Override
    public Expression subquery(Pipeline pipeline) {
        return new Subquery(querySet(pipeline).query());
    }

    @Override
    public Expression exists(Pipeline pipeline) {
        return new Exists(querySet(pipeline).query());
    }

    QuerySet<?> querySet(Pipeline pipeline) {
        return ((Manager<?>) Objects.requireNonNull(run(pipeline))).all();
    }

    /** The value with instances as references to them. */
    private @Nullable Object neutral(@Nullable Object value) {
        if (value instanceof List<?> list) {
            List<@Nullable Object> result = new ArrayList<>();
            list.forEach(item -> result.add(neutral(item)));
            return result;
        }
        if (value instanceof Map<?, ?> map) {
            Map<@Nullable Object, @Nullable Object> result = new LinkedHashMap<>();
            map.forEach((key, item) -> result.put(neutral(key), neutral(item)));
            return result;
        }
        return value == null || !isInstance(value) ? value : reference(value);
    }

    List<@Nullable Object> references(List<?> instances) {
        List<@Nullable Object> result = new ArrayList<>();
        for (Object instance : instances) {
            NeutralValue.ObjectReference reference = reference(instance);
            result.add(java.util.Arrays.asList(reference.model(), reference.key()));
        }
        return result;
    }

    static boolean isInstance(Object value) {
        return value instanceof ThroughRow || value.getClass().isAnnotationPresent(jakarta.persistence.Entity.class);
    }

    Model modelOf(Object instance) {
        return instance instanceof ThroughRow row ? row.model() : db.models().model(instance.getClass());
    }

    private NeutralValue.ObjectReference reference(Object instance) {
        Model model = modelOf(instance);
        return new NeutralValue.ObjectReference(model.name(), model.primaryKey().get(instance));
    }
}
