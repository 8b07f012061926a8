package io.djdbc.bench.startup;

import io.djdbc.bench.stub.StubDriver;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/**
 * The measured program as a jar of its own: with the drivers that are ours alone, and without what {@code
 * benchmarks.jar} brings along by its manifest.
 */
final class ApplicationJar {
    private static final List<String> PACKAGES = List.of(
            "io/djdbc/bench/startup",
            "io/djdbc/bench/stub",
            "io/djdbc/bench/limit",
            "io/djdbc/bench/subject",
            "META-INF/services");

    private ApplicationJar() {}

    static Path write(Path jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            var origin = origin();
            if (Files.isDirectory(origin)) {
                copy(origin, out);
            } else {
                try (FileSystem zip = FileSystems.newFileSystem(origin)) {
                    copy(zip.getPath("/"), out);
                }
            }
        }
        return jar;
    }

    private static void copy(Path root, JarOutputStream out) throws IOException {
        for (var name : PACKAGES) {
            try (var files = Files.newDirectoryStream(root.resolve(name))) {
                for (var file : files) {
                    out.putNextEntry(new ZipEntry(name + "/" + file.getFileName()));
                    Files.copy(file, out);
                }
            }
        }
    }

    private static Path origin() throws IOException {
        var source = StubDriver.class.getProtectionDomain().getCodeSource();
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
