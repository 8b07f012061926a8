package io.djdbc.conformance.databases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The databases of this test run, each started when first asked for and stopped with the JVM.
 *
 * <p>A database is had by its URL in the environment, else as a container, else embedded or by a script of the
 * project; the first that is offered decides. {@code -Ddjdbc.databases=sqlite,postgresql} narrows the run.
 */
public final class TestDatabases {

    private static final List<String> SHIPPED = List.of("sqlite", "h2", "postgresql", "mariadb", "mysql", "oracle");
    private static final Map<String, Object> outcomes = new LinkedHashMap<>();

    private TestDatabases() {}

    /** The names of all databases that the kit knows: the shipped ones and those named in the environment. */
    public static List<String> names() {
        Set<String> names = new LinkedHashSet<>(SHIPPED);
        names.addAll(ExplicitUrl.names());
        return List.copyOf(names);
    }

    /** The databases that run; starts them all. */
    public static List<TestDatabase> available() {
        List<TestDatabase> available = new ArrayList<>();
        for (String name : names()) {
            if (outcome(name) instanceof TestDatabase database) {
                available.add(database);
            }
        }
        return available;
    }

    /**
     * The database of that name; throws {@link DatabaseNotRun}, with the reason, if it cannot be had, and
     * {@link IllegalStateException} if somebody asked for it by its URL and it does not answer.
     */
    public static TestDatabase named(String name) {
        Object outcome = outcome(name);
        if (outcome instanceof TestDatabase database) {
            return database;
        }
        throw (RuntimeException) outcome;
    }

    /** Why the databases that do not run are not run: name to reason; starts all. */
    public static Map<String, String> notRun() {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (String name : names()) {
            if (outcome(name) instanceof DatabaseNotRun notRun) {
                reasons.put(name, notRun.getMessage());
            }
        }
        return reasons;
    }

    /** Whether any test of this JVM wanted that database; asking does not start it. */
    public static boolean wasAsked(String name) {
        synchronized (outcomes) {
            return outcomes.containsKey(name);
        }
    }

    private static Object outcome(String name) {
        synchronized (outcomes) {
            Object outcome = outcomes.get(name);
            if (outcome == null) {
                outcome = provide(name);
                outcomes.put(name, outcome);
            }
            return outcome;
        }
    }

    private static Object provide(String name) {
        if (!wanted(name)) {
            return new DatabaseNotRun("left out by -Ddjdbc.databases");
        }
        try {
            return DatabaseSources.provide(name);
        } catch (DatabaseNotRun | IllegalStateException e) {
            return e;
        } catch (Exception e) {
            return new DatabaseNotRun("did not start: " + e, e);
        }
    }

    private static boolean wanted(String name) {
        String narrowed = System.getProperty("djdbc.databases", "").trim();
        if (narrowed.isEmpty()) {
            return true;
        }
        return List.of(narrowed.toLowerCase(Locale.ROOT).split("\\s*,\\s*")).contains(name);
    }
}
