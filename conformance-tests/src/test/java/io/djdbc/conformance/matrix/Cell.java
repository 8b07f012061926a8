package io.djdbc.conformance.matrix;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How one suite went on one database. */
final class Cell {

    /** A failed test and what it said. */
    record Failure(String test, String message) {}

    private int passed;
    private int notRun;
    private final List<Failure> failures = new ArrayList<>();
    private final Set<String> reasons = new LinkedHashSet<>();
    private final Set<String> notes = new LinkedHashSet<>();

    void passed() {
        passed(1);
    }

    void passed(int tests) {
        passed += tests;
    }

    void failed(String test, String message) {
        failures.add(new Failure(test, message));
    }

    void notRun(String reason) {
        notRun(1, List.of(reason));
    }

    void notRun(int tests, List<String> why) {
        notRun += tests;
        reasons.addAll(why);
    }

    /** What a suite found that is to be read beside its outcome: figures. */
    void note(String text) {
        notes.add(text);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    int passedCount() {
        return passed;
    }

    int failedCount() {
        return failures.size();
    }

    int notRunCount() {
        return notRun;
    }

    List<Failure> failures() {
        return List.copyOf(failures);
    }

    /** Why tests were not run, each reason once. */
    List<String> reasons() {
        return List.copyOf(reasons);
    }

    /** {@code failed} if any test did, else {@code passed} if any did, else {@code not run}. */
    String outcome() {
        return !failures.isEmpty() ? "failed" : passed > 0 ? "passed" : "not run";
    }
}
