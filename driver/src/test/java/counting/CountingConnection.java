package counting;

import java.sql.Connection;

/** What the fake vendor's connections implement besides the standard; not a class of djdbc, so that it unwraps. */
public interface CountingConnection extends Connection {

    /** From 1, in the order of connecting. */
    int number();

    /** The server cuts it. */
    void cut();

    /** Whether the server has cut it. */
    boolean isCut();

    /** Whether something was executed since the last commit or rollback, with auto-commit off. */
    boolean isInTransaction();

    /** Statements that were not closed. */
    int openStatements();

    /** It cannot be closed while something is not committed, as with some vendors. */
    void refuseToCloseInTransaction();

    /** From now on the method of this name throws an error of this class; null for none any more. */
    void failOn(String method, String djangoError);

    /** From now on the method of this name throws a RuntimeException, as no driver should. */
    void breakOn(String method);
}
