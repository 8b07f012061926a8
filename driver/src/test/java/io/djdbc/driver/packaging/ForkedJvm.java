package io.djdbc.driver.packaging;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Runs {@link SmallApplication} in a JVM of its own, with a class path that the test chooses. */
final class ForkedJvm {
    private final List<String> options = new ArrayList<>();
    private final List<Path> classPath = new ArrayList<>();
    private final Path folder;

    /** @param folder an empty folder for the application's class file */
    ForkedJvm(Path folder) throws IOException {
        this.folder = folder;
        String file = SmallApplication.class.getName().replace('.', '/') + ".class";
        Path target = folder.resolve(file);
        Files.createDirectories(target.getParent());
        try (InputStream in = SmallApplication.class.getClassLoader().getResourceAsStream(file)) {
            Files.copy(in, target);
        }
        classPath.add(folder);
    }

    ForkedJvm option(String... values) {
        options.addAll(List.of(values));
        return this;
    }

    ForkedJvm classPath(Path... entries) {
        classPath.addAll(List.of(entries));
        return this;
    }

    /** Runs the application; returns the lines that it wrote, which are what the test checks. */
    List<String> run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(SmallApplication.class.getName());
        command.addAll(List.of(arguments));
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("does not end: " + Files.readString(output));
        }
        List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
        if (process.exitValue() != 0) {
            throw new IOException("exit code " + process.exitValue() + ": " + String.join("\n", lines));
        }
        return lines;
    }

    /** The folder or library that a class comes from. */
    static Path home(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
