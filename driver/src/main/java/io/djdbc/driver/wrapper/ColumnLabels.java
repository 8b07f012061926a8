package io.djdbc.driver.wrapper;

import io.djdbc.dialect.NameLimit;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The labels of one result set, for names that are too long: which of them it has. Made when the first such name is
 * asked for. As thread-safe as the result set.
 */
final class ColumnLabels {
    private final NameLimit names;
    private final Map<String, String> byLowerCase = new HashMap<>();
    private final Map<String, String> known = new HashMap<>();

    ColumnLabels(NameLimit names, ResultSet rows) throws SQLException {
        this.names = names;
        ResultSetMetaData columns = rows.getMetaData();
        for (int i = columns.getColumnCount(); i > 0; i--) { // the first of several wins, as JDBC has it
            String label = columns.getColumnLabel(i);
            byLowerCase.put(label.toLowerCase(Locale.ROOT), label);
        }
    }

    /** The label of the result set that a long name means; where it has none, what the name is cut to. */
    String find(String name) {
        String found = known.get(name);
        if (found == null) {
            found = lookUp(name);
            known.put(name, found);
        }
        return found;
    }

    private String lookUp(String name) {
        String asItIs = byLowerCase.get(name.toLowerCase(Locale.ROOT));
        if (asItIs != null) {
            return asItIs;
        }
        String unquoted = names.unquoted(name);
        String label = byLowerCase.get(unquoted.toLowerCase(Locale.ROOT));
        if (label == null) {
            label = byLowerCase.get(names.quoted(name).toLowerCase(Locale.ROOT));
        }
        if (label == null) { // JDBC's labels have no case, so it may have been written in capitals within quotes
            label = byLowerCase.get(names.quoted(name.toUpperCase(Locale.ROOT)).toLowerCase(Locale.ROOT));
        }
        return label == null ? unquoted : label;
    }
}
