package io.djdbc.driver.wrapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Run by the build: writes the wrapper classes for the vendors' drivers on the class path, and the plain ones for all
 * others, so that the first connection of a JVM does not have to make them.
 */
public final class BuildTimeWrappers {

    /** Kind and class. */
    static final String[] VENDOR_CLASSES = {
        "CONNECTION org.postgresql.jdbc.PgConnection",
        "STATEMENT org.postgresql.jdbc.PgStatement",
        "PREPARED_STATEMENT org.postgresql.jdbc.PgPreparedStatement",
        "CALLABLE_STATEMENT org.postgresql.jdbc.PgCallableStatement",
        "RESULT_SET org.postgresql.jdbc.PgResultSet",
        "META_DATA org.postgresql.jdbc.PgDatabaseMetaData",
        "ARRAY org.postgresql.jdbc.PgArray",
        "CONNECTION com.mysql.cj.jdbc.ConnectionImpl",
        "STATEMENT com.mysql.cj.jdbc.StatementImpl",
        "PREPARED_STATEMENT com.mysql.cj.jdbc.ClientPreparedStatement",
        "PREPARED_STATEMENT com.mysql.cj.jdbc.ServerPreparedStatement",
        "CALLABLE_STATEMENT com.mysql.cj.jdbc.CallableStatement",
        "RESULT_SET com.mysql.cj.jdbc.result.ResultSetImpl",
        "RESULT_SET com.mysql.cj.jdbc.result.UpdatableResultSet",
        "META_DATA com.mysql.cj.jdbc.DatabaseMetaData",
        "CONNECTION org.mariadb.jdbc.Connection",
        "STATEMENT org.mariadb.jdbc.Statement",
        "PREPARED_STATEMENT org.mariadb.jdbc.ClientPreparedStatement",
        "PREPARED_STATEMENT org.mariadb.jdbc.ServerPreparedStatement",
        "CALLABLE_STATEMENT org.mariadb.jdbc.ProcedureStatement",
        "CALLABLE_STATEMENT org.mariadb.jdbc.FunctionStatement",
        "RESULT_SET org.mariadb.jdbc.client.result.CompleteResult",
        "RESULT_SET org.mariadb.jdbc.client.result.StreamingResult",
        "RESULT_SET org.mariadb.jdbc.client.result.UpdatableResult",
        "META_DATA org.mariadb.jdbc.DatabaseMetaData",
        "CONNECTION org.sqlite.jdbc4.JDBC4Connection",
        "STATEMENT org.sqlite.jdbc4.JDBC4Statement",
        "PREPARED_STATEMENT org.sqlite.jdbc4.JDBC4PreparedStatement",
        "RESULT_SET org.sqlite.jdbc4.JDBC4ResultSet",
        "META_DATA org.sqlite.jdbc4.JDBC4DatabaseMetaData",
        "CONNECTION org.h2.jdbc.JdbcConnection",
        "STATEMENT org.h2.jdbc.JdbcStatement",
        "PREPARED_STATEMENT org.h2.jdbc.JdbcPreparedStatement",
        "CALLABLE_STATEMENT org.h2.jdbc.JdbcCallableStatement",
        "RESULT_SET org.h2.jdbc.JdbcResultSet",
        "META_DATA org.h2.jdbc.JdbcDatabaseMetaData",
        "ARRAY org.h2.jdbc.JdbcArray",
        "CONNECTION oracle.jdbc.driver.T4CConnection",
        "STATEMENT oracle.jdbc.driver.OracleStatementWrapper",
        "PREPARED_STATEMENT oracle.jdbc.driver.OraclePreparedStatementWrapper",
        "CALLABLE_STATEMENT oracle.jdbc.driver.OracleCallableStatementWrapper",
        "RESULT_SET oracle.jdbc.driver.ForwardOnlyResultSet",
        "RESULT_SET oracle.jdbc.driver.InsensitiveScrollableResultSet",
        "RESULT_SET oracle.jdbc.driver.UpdatableResultSet",
        "META_DATA oracle.jdbc.driver.OracleDatabaseMetaData",
        "ARRAY oracle.sql.ARRAY",
    };

    private BuildTimeWrappers() {}

    /** @param arguments the folder for class files */
    public static void main(String[] arguments) throws IOException, ClassNotFoundException {
        Path classes = Path.of(arguments[0]);
        ClassLoader loader = BuildTimeWrappers.class.getClassLoader();
        for (WrapperKind kind : WrapperKind.values()) {
            write(kind, List.of(kind.jdbcInterface()), classes);
        }
        for (String line : VENDOR_CLASSES) {
            int space = line.indexOf(' ');
            WrapperKind kind = WrapperKind.valueOf(line.substring(0, space).toUpperCase(Locale.ROOT));
            Class<?> vendorClass = Class.forName(line.substring(space + 1), false, loader);
            write(kind, VendorInterfaces.of(kind, vendorClass), classes);
            boolean adapted = vendorClass.getName().startsWith("oracle.");
            if (adapted && kind.adapted() != kind) {
                write(kind.adapted(), VendorInterfaces.of(kind.adapted(), vendorClass), classes);
            }
            if (kind == WrapperKind.PREPARED_STATEMENT) {
                WrapperKind transforming = WrapperKind.TRANSFORMING_STATEMENT;
                write(transforming, VendorInterfaces.of(transforming, vendorClass), classes);
                if (adapted) {
                    WrapperKind varying = WrapperKind.VARYING_STATEMENT;
                    write(varying, VendorInterfaces.of(varying, vendorClass), classes);
                }
            }
        }
    }

    private static void write(WrapperKind kind, List<Class<?>> interfaces, Path classes) throws IOException {
        String name = kind.className(interfaces);
        Path file = classes.resolve(name.replace('.', '/') + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, WrapperClassWriter.write(kind, interfaces, name));
    }
}
