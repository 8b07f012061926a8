package io.djdbc.bench.stub;

import java.sql.Types;

/** The columns as mappers of rows to beans see them: those of an entry. */
final class StubRowMetaData extends UnsupportedResultSetMetaData {
    static final StubRowMetaData INSTANCE = new StubRowMetaData();

    private static final String[] LABELS = {"", "id", "blog_id", "headline", "rating", "n_comments"};
    private static final int[] TYPES = {0, Types.BIGINT, Types.BIGINT, Types.VARCHAR, Types.INTEGER, Types.INTEGER};
    private static final String[] TYPE_NAMES = {"", "BIGINT", "BIGINT", "VARCHAR", "INTEGER", "INTEGER"};
    private static final String[] CLASS_NAMES = {
        "", "java.lang.Long", "java.lang.Long", "java.lang.String", "java.lang.Integer", "java.lang.Integer"
    };

    private StubRowMetaData() {}

    @Override
    public int getColumnCount() {
        return LABELS.length - 1;
    }

    @Override
    public String getColumnLabel(int column) {
        return LABELS[column];
    }

    @Override
    public String getColumnName(int column) {
        return LABELS[column];
    }

    @Override
    public int getColumnType(int column) {
        return TYPES[column];
    }

    @Override
    public String getColumnTypeName(int column) {
        return TYPE_NAMES[column];
    }

    @Override
    public String getColumnClassName(int column) {
        return CLASS_NAMES[column];
    }
}
