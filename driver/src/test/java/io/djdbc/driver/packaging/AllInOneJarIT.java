package io.djdbc.driver.packaging;

import static io.djdbc.driver.packaging.ForkedJvm.home;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The all-in-one jar in an application's lib folder, with nothing beside it but a vendor's driver. */
class AllInOneJarIT {
    private static final Path JAR = Path.of(System.getProperty("djdbc.all-in-one-jar"));
    private static final Path H2 = home(org.h2.Driver.class);
    private static final Path SQLITE = home(org.sqlite.JDBC.class);

    @TempDir
    private Path folder;

    private ForkedJvm jvm;

    @BeforeEach
    void dropIn() throws IOException {
        jvm = new ForkedJvm(folder).classPath(JAR);
    }

    @Test
    void theDriverIsFoundAndUsesItsPreparedWrappers() throws Exception {
        List<String> lines = jvm.classPath(H2, SQLITE).run("jdbc:djdbc:h2:mem:x", "jdbc:djdbc:sqlite::memory:");

        assertThat(lines).filteredOn("row What's up"::equals).hasSize(2);
        assertThat(lines)
                .contains("url jdbc:djdbc:h2:mem:x", "url jdbc:djdbc:sqlite::memory:", "parent true")
                .contains("implements org.h2.engine.CastDataProvider");
        assertThat(lines).filteredOn("wrapper's loader ours"::equals).hasSize(2);
        assertThat(lines)
                .filteredOn(line -> line.startsWith("wrapper io."))
                .hasSize(2)
                .allMatch(line -> line.matches("wrapper io\\.djdbc\\.driver\\.wrapper\\.made\\.CONNECTION_[0-9a-f]+"));
    }

    @Test
    void thePoolInsideIsTheRelocatedOneAndLogsWithoutSlf4jBesideIt() throws Exception {
        assertThat(jvm.classPath(H2).run("jdbc:djdbc:h2:mem:x;POOL=true"))
                .contains("row What's up", "parent true")
                .anyMatch(line -> line.contains("io.djdbc.shaded.hikari.HikariDataSource"))
                .noneMatch(line -> line.contains("SLF4J"));
    }

    @Test
    void plainWrappersDoWithoutTheVendorsInterfaces() throws Exception {
        assertThat(jvm.classPath(H2).run("jdbc:djdbc:h2:mem:x;VENDOR_INTERFACES=false"))
                .contains("row What's up", "parent true")
                .filteredOn(line -> line.startsWith("implements "))
                .containsExactly("implements java.sql.Connection");
    }

    @Test
    void wrappersOfADriverInAnotherClassLoaderAreMadeInALoaderThatSeesBoth() throws Exception {
        assertThat(jvm.run("--vendor=" + H2, "jdbc:djdbc:h2:mem:x"))
                .contains("row What's up", "parent true", "implements org.h2.engine.CastDataProvider")
                .contains("wrapper's loader io.djdbc.driver.wrapper.ForeignLoader");
    }

    /** Compressed, it costs each JVM a tenth more time to its first row. */
    @Test
    void isStoredWithoutCompressionAndStartsWithItsManifest() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile());
                JarInputStream stream = new JarInputStream(Files.newInputStream(JAR))) {
            assertThat(jar.stream()).allMatch(entry -> entry.getMethod() == ZipEntry.STORED);
            assertThat(stream.getManifest()).isNotNull();
        }
    }

    @Test
    void holdsDjdbcItsRelocatedDependenciesAndTheirLicences() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            List<String> files = jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .toList();

            assertThat(files).doesNotHaveDuplicates();
            assertThat(files).allMatch(name -> name.startsWith("io/djdbc/") || name.startsWith("META-INF/"));
            assertThat(files)
                    .filteredOn(name -> name.startsWith("META-INF/"))
                    .noneMatch(name -> name.endsWith(".class"));
            assertThat(files).noneMatch(name -> name.endsWith("module-info.class"));
            assertThat(files).noneMatch(name -> name.endsWith(".SF") || name.endsWith(".RSA") || name.endsWith(".DSA"));
            assertThat(files)
                    .contains(
                            "io/djdbc/driver/asm/ClassWriter.class",
                            "io/djdbc/shaded/hikari/HikariDataSource.class",
                            "io/djdbc/shaded/slf4j/Logger.class",
                            "META-INF/LICENSE",
                            "META-INF/LICENSE.txt",
                            "META-INF/NOTICE",
                            "META-INF/licenses/ASM");
            assertThat(text(jar, "META-INF/services/java.sql.Driver")).isEqualTo("io.djdbc.driver.Driver");
            assertThat(text(jar, "META-INF/services/io.djdbc.shaded.slf4j.spi.SLF4JServiceProvider"))
                    .isEqualTo("io.djdbc.shaded.slf4j.jul.JULServiceProvider");
            assertThat(text(jar, "META-INF/NOTICE")).contains("djdbc").contains("byte-buddy");
            assertThat(text(jar, "META-INF/LICENSE.txt")).contains("QOS.ch");
            assertThat(jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"))
                    .isEqualTo("io.djdbc.driver");
        }
    }

    private static String text(JarFile jar, String name) throws IOException {
        return new String(
                        jar.getInputStream(jar.getEntry(name)).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                .strip();
    }
}
