package io.djdbc.driver.wrapper;

import java.sql.PreparedStatement;
import org.jspecify.annotations.Nullable;

/** A vendor's statement for one of the texts. Immutable but for the statement. */
final class StatementVariant {
    final PreparedStatement statement;
    private final int @Nullable [] order;
    /** By the application's number: where the parameter is in this text, 0 for nowhere; null if all are where they were. */
    private final int @Nullable [] positions;

    /**
     * @param order the application's number of each parameter of the text; null if they are the same
     * @param count how many parameters the application sees
     */
    StatementVariant(PreparedStatement statement, int @Nullable [] order, int count) {
        this.statement = statement;
        this.order = order;
        if (order == null) {
            positions = null;
        } else {
            positions = new int[count + 1];
            for (int i = 0; i < order.length; i++) {
                positions[order[i]] = i + 1;
            }
        }
    }

    /** Where a parameter of the application is in this text; 0 for nowhere. */
    int position(int number) {
        return positions == null ? number : positions[number];
    }

    /** The application's number of a parameter of this text. */
    int number(int position) {
        return order == null || position < 1 || position > order.length ? position : order[position - 1];
    }
}
