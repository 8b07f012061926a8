package io.djdbc.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How {@link Manager#bulkCreate} inserts.
 *
 * <pre>{@code
 * blogs.bulkCreate(list, BulkOptions.DEFAULT.updatingConflicts(List.of("name"), List.of("id")));
 * }</pre>
 *
 * @param batchSize rows a statement; null for as many as the database takes
 * @param ignoreConflicts rows that violate a constraint are left out
 * @param updateConflicts rows that exist are updated
 * @param updateFields the fields that are updated then
 * @param uniqueFields the fields by which a row is known to exist; none on MySQL and MariaDB
 */
public record BulkOptions(
        @Nullable Integer batchSize,
        boolean ignoreConflicts,
        boolean updateConflicts,
        List<String> updateFields,
        List<String> uniqueFields) {

    /** All rows in as few statements as possible, and a conflict is an error. */
    public static final BulkOptions DEFAULT = new BulkOptions(null, false, false, List.of(), List.of());

    public BulkOptions {
        if (batchSize != null && batchSize <= 0) {
            throw new IllegalArgumentException("Batch size must be a positive integer.");
        }
        if (ignoreConflicts && updateConflicts) {
            throw new IllegalArgumentException("ignore_conflicts and update_conflicts are mutually exclusive.");
        }
        updateFields = List.copyOf(updateFields);
        uniqueFields = List.copyOf(uniqueFields);
    }

    public BulkOptions batchSize(int rows) {
        return new BulkOptions(rows, ignoreConflicts, updateConflicts, updateFields, uniqueFields);
    }

    public BulkOptions ignoringConflicts() {
        return new BulkOptions(batchSize, true, updateConflicts, updateFields, uniqueFields);
    }

    public BulkOptions updatingConflicts(List<String> fields, List<String> unique) {
        return new BulkOptions(batchSize, ignoreConflicts, true, fields, unique);
    }
}
