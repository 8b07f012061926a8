package io.djdbc.query.transaction;

import java.util.List;

/** What runs after the commit, and the savepoints it was registered within. */
final class CommitHook {

    private static final System.Logger LOG = System.getLogger("io.djdbc.query");
    private final Runnable hook;
    private final boolean robust;
    private final List<String> savepoints;

    CommitHook(Runnable hook, boolean robust, List<String> savepoints) {
        this.hook = hook;
        this.robust = robust;
        this.savepoints = savepoints;
    }

    static CommitHook of(Runnable hook, boolean robust) {
        return new CommitHook(hook, robust, List.of());
    }

    boolean isWithin(String savepoint) {
        return savepoints.contains(savepoint);
    }

    /** The error of a robust hook is logged, and the hooks after it run. */
    void run() {
        if (!robust) {
            hook.run();
            return;
        }
        try {
            hook.run();
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "Error calling " + hook + " in on_commit() (" + e.getMessage() + ").",
                    e);
        }
    }
}
