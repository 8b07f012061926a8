package io.djdbc.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Is told of each statement before it is sent, as for a log or a count. Values may be secret: it is the listener's to keep
 * them so. Called by the thread that sends the statement.
 */
@FunctionalInterface
public interface StatementListener {

    /**
     * @param sql the text, with {@code ?} for each value
     * @param values what is bound
     */
    void sending(String sql, List<@Nullable Object> values);
}
