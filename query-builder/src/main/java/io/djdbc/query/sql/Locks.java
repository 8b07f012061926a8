package io.djdbc.query.sql;

import io.djdbc.dialect.LockOptions;
import io.djdbc.dialect.QuerySyntax;
import io.djdbc.query.FieldError;
import io.djdbc.query.NotSupportedError;
import io.djdbc.query.expression.Col;
import io.djdbc.query.model.Model;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** FOR UPDATE, and EXPLAIN. */
final class Locks {

    private Locks() {}

    /** What follows a SELECT that locks its rows; '' if it does not, or the database has no such locks. */
    static String sql(SelectCompiler compiler, boolean limited) {
        QuerySyntax syntax = compiler.syntax();
        Query.Lock lock = compiler.query().lock();
        if (lock == null || !syntax.supportsForUpdate()) {
            return "";
        }
        require(
                !limited || syntax.supportsForUpdateWithLimit(),
                "LIMIT/OFFSET is not supported with select_for_update");
        require(!lock.nowait() || syntax.supportsForUpdateNowait(), "NOWAIT is not supported");
        require(!lock.skipLocked() || syntax.supportsForUpdateSkipLocked(), "SKIP LOCKED is not supported");
        require(lock.of().isEmpty() || syntax.supportsForUpdateOf(), "FOR UPDATE OF is not supported");
        require(!lock.noKey() || syntax.supportsForNoKeyUpdate(), "FOR NO KEY UPDATE is not supported");
        return syntax.forUpdate(new LockOptions(lock.nowait(), lock.skipLocked(), lock.noKey(), of(compiler, lock)));
    }

    private static void require(boolean supported, String message) {
        if (!supported) {
            throw new NotSupportedError(message + " on this database backend.");
        }
    }

    private static List<String> of(SelectCompiler compiler, Query.Lock lock) {
        ModelColumns root = compiler.modelColumns();
        List<String> names = new ArrayList<>();
        if (root == null) {
            return names;
        }
        for (String path : lock.of()) {
            Col column = path.equals("self") ? first(compiler, root, root.model()) : find(compiler, root, path);
            if (column == null) {
                throw new FieldError("Invalid field name(s) given in select_for_update(of=(...)): " + path
                        + ". Only relational fields followed in the query are allowed. Choices are: "
                        + String.join(", ", choices(root)) + ".");
            }
            names.add(
                    compiler.syntax().forUpdateOfColumns()
                            ? compiler.compile(column).sql()
                            : compiler.quoteUnlessAlias(String.valueOf(column.alias())));
        }
        return names;
    }

    private static List<String> choices(ModelColumns root) {
        List<String> choices = new ArrayList<>();
        choices.add("self");
        collect(root, "", choices);
        return choices;
    }

    private static void collect(ModelColumns columns, String prefix, List<String> choices) {
        for (ModelColumns related : columns.related()) {
            String path = prefix + name(related);
            choices.add(path);
            collect(related, path + PathResolver.SEPARATOR, choices);
        }
    }

    private static String name(ModelColumns related) {
        if (related.key() == null) {
            return "";
        }
        return related.reverse()
                ? related.key().reverse().name()
                : related.key().name();
    }

    private static @Nullable Col find(SelectCompiler compiler, ModelColumns root, String path) {
        ModelColumns at = root;
        Model parent = null;
        for (String part : PathResolver.split(path)) {
            ModelColumns next = null;
            for (ModelColumns related : at.related()) {
                if (name(related).equals(part)) {
                    next = related;
                }
            }
            if (next == null) {
                parent = parent(parent == null ? at.model() : parent, part);
                if (parent == null) {
                    return null;
                }
            } else {
                at = next;
                parent = null;
            }
        }
        return first(compiler, at, parent == null ? at.model() : parent);
    }

    private static @Nullable Model parent(Model model, String link) {
        for (var entry : model.concrete().parents().entrySet()) {
            if (entry.getValue() != null && entry.getValue().name().equals(link)) {
                return entry.getKey();
            }
        }
        return null;
    }

    private static @Nullable Col first(SelectCompiler compiler, ModelColumns columns, Model model) {
        for (int index : columns.columns()) {
            if (compiler.select().get(index).expression() instanceof Col column
                    && column.target().model() == model.concrete()) {
                return column;
            }
        }
        return null;
    }

    static String explain(QuerySyntax syntax, Query.Explain explain) {
        String prefix = syntax.explain(explain.format(), explain.options());
        if (prefix == null) {
            throw new IllegalArgumentException("EXPLAIN of format " + explain.format() + " with options "
                    + explain.options() + " is not supported by " + syntax.vendor());
        }
        return prefix;
    }
}
