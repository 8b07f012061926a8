package io.djdbc.query;

import io.djdbc.query.transaction.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * The transaction of the present thread, for what {@link Database#atomic} alone cannot say; Django's {@code
 * transaction.savepoint()}, {@code set_rollback()} and their like.
 *
 * <pre>{@code
 * db.atomic(() -> {
 *     db.save(order);
 *     if (!paid) {
 *         db.transaction().setRollback(true);
 *     }
 * });
 * }</pre>
 */
public final class Transaction {

    private final Transactions transactions;

    Transaction(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Whether the thread is in an atomic block. */
    public boolean isOpen() {
        return transactions.isOpen();
    }

    /**
     * Whether the innermost block will be rolled back at its end.
     *
     * @throws TransactionManagementError outside of an atomic block
     */
    public boolean isRollback() {
        return transactions.isMarkedForRollback();
    }

    /**
     * Has the innermost block rolled back at its end, or not.
     *
     * @throws TransactionManagementError outside of an atomic block
     */
    public void setRollback(boolean rollback) {
        transactions.markForRollback(rollback);
    }

    /** Sets a savepoint and gives its name; null outside of a transaction. */
    public @Nullable String savepoint() {
        return transactions.savepoint();
    }

    /** Undoes what was done since the savepoint. */
    public void rollbackTo(@Nullable String savepoint) {
        transactions.rollbackTo(savepoint);
    }

    /** Forgets the savepoint. */
    public void release(@Nullable String savepoint) {
        transactions.release(savepoint);
    }
}
