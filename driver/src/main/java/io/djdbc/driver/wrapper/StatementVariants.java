package io.djdbc.driver.wrapper;

import io.djdbc.driver.sql.TextVariants;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The vendor's statements of one prepared statement: the first one, and up to {@value #BOUND} for values that are ''.
 * Used by one thread.
 */
final class StatementVariants {
    private static final int BOUND = 16;

    /** What is done to a statement of the vendor's. */
    interface Action {
        void apply(PreparedStatement statement) throws SQLException;
    }

    private final TextVariants texts;
    private final Preparation preparation;
    private final StatementVariant first;
    private final Map<BitSet, StatementVariant> others = new LinkedHashMap<>(8, 0.75f, true);

    /** @param first the one that the application has prepared */
    StatementVariants(TextVariants texts, Preparation preparation, StatementVariant first) {
        this.texts = texts;
        this.preparation = preparation;
        this.first = first;
    }

    /**
     * The statement for a set of parameters that are ''; prepared now if it was not before.
     *
     * @param inUse one that must stay, whatever the bound
     */
    StatementVariant find(BitSet empty, StatementVariant inUse) throws SQLException {
        if (empty.isEmpty()) {
            return first;
        }
        StatementVariant known = others.get(empty);
        if (known == null) {
            Connection vendors = first.statement.getConnection();
            if (vendors == null) {
                return first; // closed, as it will say itself
            }
            known = prepare(vendors, empty);
            makeRoom(inUse);
            others.put((BitSet) empty.clone(), known);
        }
        return known;
    }

    private StatementVariant prepare(Connection vendors, BitSet empty) throws SQLException {
        TextVariants.Variant text = texts.of(empty);
        PreparedStatement statement = preparation.prepare(vendors, text.text());
        try {
            configureAs(first.statement, statement);
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
        return new StatementVariant(statement, text.order(), texts.parameterCount());
    }

    private static void configureAs(PreparedStatement model, PreparedStatement statement) throws SQLException {
        if (statement.getMaxRows() != model.getMaxRows()) {
            statement.setMaxRows(model.getMaxRows());
        }
        if (statement.getFetchSize() != model.getFetchSize()) {
            statement.setFetchSize(model.getFetchSize());
        }
        if (statement.getQueryTimeout() != model.getQueryTimeout()) {
            statement.setQueryTimeout(model.getQueryTimeout());
        }
        if (statement.getMaxFieldSize() != model.getMaxFieldSize()) {
            statement.setMaxFieldSize(model.getMaxFieldSize());
        }
        if (statement.getFetchDirection() != model.getFetchDirection()) {
            statement.setFetchDirection(model.getFetchDirection());
        }
        if (statement.isPoolable() != model.isPoolable()) {
            statement.setPoolable(model.isPoolable());
        }
        if (model.isCloseOnCompletion()) {
            statement.closeOnCompletion();
        }
    }

    private void makeRoom(StatementVariant inUse) throws SQLException {
        Iterator<StatementVariant> eldest = others.values().iterator();
        while (others.size() >= BOUND && eldest.hasNext()) {
            StatementVariant candidate = eldest.next();
            if (candidate != inUse) {
                eldest.remove();
                candidate.statement.close();
            }
        }
    }

    /** The first statement comes last, so that what it refuses is its own error. */
    void forEach(Action action) throws SQLException {
        for (StatementVariant other : others.values()) {
            action.apply(other.statement);
        }
        action.apply(first.statement);
    }

    /** Closes all but the first; throws the first error, after the last was tried. */
    void closeOthers() throws SQLException {
        SQLException failure = null;
        for (StatementVariant other : others.values()) {
            try {
                other.statement.close();
            } catch (SQLException e) {
                failure = failure == null ? e : failure;
            }
        }
        others.clear();
        if (failure != null) {
            throw failure;
        }
    }
}
