package io.djdbc.driver.sql;

import java.sql.SQLException;

/** One thing that is done to statements. Immutable; what it finds goes to the edits. */
interface Rewrite {

    /**
     * Looks at one statement of a text.
     *
     * @param tokens of the whole text, in which every literal, name and comment has an end
     * @param from its first token
     * @param to one past its last token; the semicolon after it does not belong to it
     * @param kind {@link StatementKind#QUERY} or {@link StatementKind#OTHER}
     * @throws SQLException (42601) if what djdbc is to rewrite is not well formed
     */
    void apply(Tokens tokens, int from, int to, StatementKind kind, Edits edits) throws SQLException;
}
