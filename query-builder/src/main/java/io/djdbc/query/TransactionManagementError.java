package io.djdbc.query;

/**
 * A transaction is used in a way that would break it: a statement in a block that is marked for rollback, {@code
 * selectForUpdate()} outside of a transaction, a savepoint without one. Mirrors {@code
 * django.db.transaction.TransactionManagementError}.
 */
public class TransactionManagementError extends ProgrammingError {

    private static final long serialVersionUID = 1;

    public TransactionManagementError(String message) {
        super(message);
    }
}
