package io.djdbc.query;

/** Work in a transaction that gives a result. */
@FunctionalInterface
public interface Work<R, E extends Exception> {

    R run() throws E;

    /** Work in a transaction that gives none. */
    @FunctionalInterface
    interface WithoutResult<E extends Exception> {

        void run() throws E;
    }
}
