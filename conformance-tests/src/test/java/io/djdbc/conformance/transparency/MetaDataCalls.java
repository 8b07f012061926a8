package io.djdbc.conformance.transparency;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.util.LinkedHashMap;
import java.util.Map;

/** Questions about the database's metadata: every method. */
final class MetaDataCalls {

    private MetaDataCalls() {}

    static Map<String, Side.Area> areas() {
        Map<String, Side.Area> areas = new LinkedHashMap<>();
        areas.put("DatabaseMetaData", side -> sweep(side, false));
        areas.put("DatabaseMetaData of a closed connection", side -> sweep(side, true));
        return areas;
    }

    private static void sweep(Side side, boolean closed) throws Exception {
        try (Connection connection = side.open()) {
            DatabaseMetaData metaData = connection.getMetaData();
            String catalog = connection.getCatalog();
            String schema = connection.getSchema();
            if (closed) {
                connection.close();
            }
            boolean upper = metaDataStoresUpperCase(side);
            String any = upper ? "TK\\_%" : "tk\\_%";
            String sample = upper ? "TK_SAMPLE" : "tk_sample";
            String keyed = upper ? "TK_KEYED" : "tk_keyed";
            String child = upper ? "TK_CHILD" : "tk_child";
            String routine = upper ? "TK_ROUTINE" : "tk_routine";
            MethodSweep<DatabaseMetaData> sweep = new MethodSweep<>(side, DatabaseMetaData.class)
                    .with("getAttributes", catalog, schema, "tk_pair", "%")
                    .with("getBestRowIdentifier", catalog, schema, keyed, DatabaseMetaData.bestRowSession, true)
                    .with("getColumnPrivileges", catalog, schema, sample, "id")
                    .with("getColumns", catalog, schema, any, "%")
                    .with("getCrossReference", catalog, schema, sample, catalog, schema, child)
                    .with("getExportedKeys", catalog, schema, sample)
                    .with("getFunctionColumns", catalog, schema, routine, "%")
                    .with("getFunctions", catalog, schema, routine)
                    .with("getImportedKeys", catalog, schema, child)
                    .with("getIndexInfo", catalog, schema, child, false, false)
                    .with("getPrimaryKeys", catalog, schema, child)
                    .with("getProcedureColumns", catalog, schema, routine, "%")
                    .with("getProcedures", catalog, schema, routine)
                    .with("getPseudoColumns", catalog, schema, sample, "%")
                    .with("getSchemas", catalog, schema)
                    .with("getSuperTables", catalog, schema, sample)
                    .with("getSuperTypes", catalog, schema, "tk_pair")
                    .with("getTablePrivileges", catalog, schema, sample)
                    .with("getTables", catalog, schema, any, new String[] {"TABLE", "BASE TABLE", "VIEW"})
                    .with("getUDTs", catalog, schema, "tk_pair", null)
                    .with("getVersionColumns", catalog, schema, sample)
                    .with("supportsConvert", 4, 12)
                    .with("supportsResultSetType", ResultSet.TYPE_SCROLL_INSENSITIVE)
                    .with("supportsTransactionIsolationLevel", Connection.TRANSACTION_SERIALIZABLE)
                    .only(method -> !closed || isOneOfEachKind(method));
            sweep.sharing(connection, metaData);
            for (int type = 1003; type <= 1005; type++) {
                int of = type;
                side.ask("supportsResultSetType " + of, () -> metaData.supportsResultSetType(of));
                side.ask("supports updatable " + of, () -> metaData.supportsResultSetConcurrency(of, 1008));
                side.ask("updatesAreDetected " + of, () -> metaData.updatesAreDetected(of));
            }
            for (int level : new int[] {0, 1, 2, 4, 8}) {
                side.ask("supports isolation " + level, () -> metaData.supportsTransactionIsolationLevel(level));
            }
        }
    }

    private static boolean metaDataStoresUpperCase(Side side) throws Exception {
        try (Connection connection = side.open()) {
            return connection.getMetaData().storesUpperCaseIdentifiers();
        }
    }

    /** A closed connection is asked for what the server would have to be asked for, not for all constants. */
    private static boolean isOneOfEachKind(Method method) {
        return method.getReturnType() == ResultSet.class
                || method.getReturnType() == String.class
                || method.getReturnType() == Connection.class;
    }
}
