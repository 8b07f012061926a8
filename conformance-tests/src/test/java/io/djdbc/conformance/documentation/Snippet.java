package io.djdbc.conformance.documentation;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A fenced block of a document.
 *
 * @param place file and line, for messages
 */
record Snippet(String language, String place, String text) {
    private static final Pattern FENCED = Pattern.compile("^```(\\w+)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private static final String IMPORTS = """
            import com.zaxxer.hikari.*;
            import io.djdbc.conformance.databases.*;
            import io.djdbc.driver.*;
            import io.djdbc.driver.Driver;
            import java.sql.Connection;
            import java.sql.DriverManager;
            import java.sql.PreparedStatement;
            import java.sql.ResultSet;
            import java.sql.SQLException;
            import java.sql.Statement;
            import java.util.*;
            import org.junit.jupiter.api.*;
            """;

    /** All of a document. */
    static List<Snippet> of(Path document) throws IOException {
        String text = Files.readString(document);
        List<Snippet> snippets = new ArrayList<>();
        for (Matcher block = FENCED.matcher(text); block.find(); ) {
            long line = text.substring(0, block.start()).lines().count() + 1;
            snippets.add(new Snippet(block.group(1), document.getFileName() + ":" + line, block.group(2)));
        }
        return snippets;
    }

    /** Whether the block declares a class, rather than being statements. */
    private boolean declaresAClass() {
        return Pattern.compile("^(public |final |abstract )*(class|record|interface|enum) ", Pattern.MULTILINE)
                .matcher(text)
                .find();
    }

    /**
     * Compiles the block, with the imports that a reader would add, and runs it if it is statements.
     *
     * @param directory an empty one
     */
    void run(Path directory) throws Exception {
        run(directory, IMPORTS);
    }

    /** With imports of one's own. */
    void run(Path directory, String imports) throws Exception {
        Path source = directory.resolve("Example.java");
        String body = declaresAClass()
                ? text
                : "class Example {\n  static void run() throws Exception {\n" + text + "\n  }\n}\n";
        Files.writeString(source, imports + body);
        compile(source, directory);
        if (declaresAClass()) {
            return;
        }
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {directory.toUri().toURL()}, getClass().getClassLoader())) {
            Method example = loader.loadClass("Example").getDeclaredMethod("run");
            example.setAccessible(true);
            example.invoke(null);
        } catch (InvocationTargetException failure) {
            throw new AssertionError(place + " does not run", failure.getCause());
        }
    }

    private void compile(Path source, Path directory) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, null, null)) {
            List<String> options =
                    List.of("-proc:none", "-d", directory.toString(), "-cp", System.getProperty("java.class.path"));
            boolean compiled = compiler.getTask(
                            null, files, diagnostics, options, null, files.getJavaFileObjects(source))
                    .call();
            if (!compiled) {
                StringBuilder message = new StringBuilder(place + " does not compile");
                for (Diagnostic<?> diagnostic : diagnostics.getDiagnostics()) {
                    message.append('\n').append(diagnostic);
                }
                throw new AssertionError(message);
            }
        }
    }
}
