import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes abstract classes that implement the JDBC interfaces by throwing, so that the stub driver and the hand-written
 * wrapper are as short as the methods that are measured. Runs in the build as a single-file program.
 */
public class UnsupportedJdbc {
    private UnsupportedJdbc() {}

    public static void main(String[] args) throws IOException {
        var out = Path.of(args[0]);
        write(out, "io.djdbc.bench.stub", "Stub");
        write(out, "io.djdbc.bench.limit", "Limit");
    }

    private static void write(Path out, String pkg, String prefix) throws IOException {
        write(out, pkg, Connection.class, "", "", abstractMethods(Connection.class));
        write(out, pkg, Statement.class, "", "", abstractMethods(Statement.class));
        write(out, pkg, ResultSet.class, "", "", abstractMethods(ResultSet.class));
        write(out, pkg, DatabaseMetaData.class, "", "", abstractMethods(DatabaseMetaData.class));
        if (prefix.equals("Stub")) {
            write(out, pkg, ResultSetMetaData.class, "", "", abstractMethods(ResultSetMetaData.class));
        }
        // a prepared statement is the package's own statement, and only its own methods are missing
        var constructor = prefix.equals("Stub")
                ? "UnsupportedPreparedStatement(StubConnection connection) { super(connection); }"
                : "UnsupportedPreparedStatement(java.sql.Statement delegate, LimitConnection connection) {"
                        + " super(delegate, connection); }";
        var own =
                abstractMethods(PreparedStatement.class).filter(m -> m.getDeclaringClass() == PreparedStatement.class);
        write(out, pkg, PreparedStatement.class, "extends " + prefix + "Statement ", constructor, own);
    }

    private static Stream<Method> abstractMethods(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(m -> Modifier.isAbstract(m.getModifiers()))
                .sorted(Comparator.comparing(Method::toString));
    }

    private static void write(
            Path out, String pkg, Class<?> type, String superclass, String constructor, Stream<Method> methods)
            throws IOException {
        var name = "Unsupported" + type.getSimpleName();
        var source = "package " + pkg + ";\n"
                + "@SuppressWarnings({\"deprecation\", \"removal\", \"rawtypes\"})\n"
                + "@org.jspecify.annotations.NullUnmarked\n"
                + "abstract class " + name + " " + superclass + "implements " + type.getName() + " {\n"
                + constructor + "\n"
                + methods.map(UnsupportedJdbc::method).collect(Collectors.joining("\n"))
                + "\n}\n";
        var file = out.resolve(pkg.replace('.', '/')).resolve(name + ".java");
        Files.createDirectories(file.getParent());
        if (!Files.exists(file) || !Files.readString(file).equals(source)) {
            Files.writeString(file, source);
        }
    }

    private static String method(Method method) {
        var types = List.of(method.getGenericParameterTypes());
        var parameters = IntStream.range(0, types.size())
                .mapToObj(i -> types.get(i).getTypeName() + " p" + i)
                .collect(Collectors.joining(", "));
        var typeVariables =
                Arrays.stream(method.getTypeParameters()).map(Object::toString).collect(Collectors.joining(", "));
        var isChecked = List.of(method.getExceptionTypes()).contains(java.sql.SQLException.class);
        return "@Override public " + (typeVariables.isEmpty() ? "" : "<" + typeVariables + "> ")
                + method.getGenericReturnType().getTypeName() + " " + method.getName() + "(" + parameters + ") "
                + (isChecked
                        ? "throws java.sql.SQLException { throw new java.sql.SQLFeatureNotSupportedException(\""
                        : "{ throw new UnsupportedOperationException(\"")
                + method.getName() + "\"); }";
    }
}
