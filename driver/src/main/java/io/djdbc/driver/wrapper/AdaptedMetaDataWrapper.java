package io.djdbc.driver.wrapper;

import java.lang.reflect.Method;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Metadata that find tables, columns and types by their long names too. */
public abstract class AdaptedMetaDataWrapper extends DatabaseMetaDataWrapper {

    protected AdaptedMetaDataWrapper(ConnectionWrapper connection, DatabaseMetaData delegate) {
        super(connection, delegate);
    }

    /**
     * Whether an argument is the name of something that the driver cuts the name of. Names of programs are left alone,
     * as in SQL, and so are catalogs and schemas.
     */
    static boolean isName(Method method, int argument) {
        if (method.getDeclaringClass() != DatabaseMetaData.class
                || method.getParameterTypes()[argument] != String.class) {
            return false;
        }
        return switch (method.getName()) {
            case "getTables",
                    "getColumns",
                    "getColumnPrivileges",
                    "getTablePrivileges",
                    "getBestRowIdentifier",
                    "getVersionColumns",
                    "getPrimaryKeys",
                    "getImportedKeys",
                    "getExportedKeys",
                    "getIndexInfo",
                    "getUDTs",
                    "getSuperTypes",
                    "getSuperTables",
                    "getAttributes",
                    "getPseudoColumns" -> argument >= 2;
            case "getCrossReference" -> argument == 2 || argument == 5;
            default -> false;
        };
    }

    /**
     * Called by generated code for each such argument. A pattern is cut if it has no {@code %}: as names come with bare
     * underscores, one that is not escaped counts as itself.
     */
    protected final @Nullable String storedName(@Nullable String given) throws SQLException {
        var names = connection().family.adaptation().names();
        if (given == null || names == null || !names.exceeds(given)) {
            return given;
        }
        String escape = delegate.getSearchStringEscape();
        if (escape == null || escape.isEmpty() || !given.contains(escape)) {
            return given.indexOf('%') >= 0 ? given : names.stored(given);
        }
        String plain = given.replace(escape + "_", "_").replace(escape + "%", "%");
        boolean wildcard = given.replace(escape + "%", "").indexOf('%') >= 0;
        return wildcard || !names.exceeds(plain)
                ? given
                : names.stored(plain).replace("_", escape + "_").replace("%", escape + "%");
    }
}
