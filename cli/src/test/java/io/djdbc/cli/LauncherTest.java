package io.djdbc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script itself, in a house of its own, with a Maven and a JDK that only note how they were called. */
class LauncherTest {
    @TempDir
    Path directory;

    private Path house;
    private Path tools;
    private Path notes;

    @BeforeEach
    void buildAHouse() throws IOException {
        house = Files.createDirectories(directory.resolve("a house with spaces"));
        tools = Files.createDirectories(directory.resolve("tools/bin"));
        notes = Files.createFile(directory.resolve("notes"));
        Files.copy(House.file("djdbc"), house.resolve("djdbc"));
        house.resolve("djdbc").toFile().setExecutable(true);
        for (String module : Set.of("dialect-shims", "driver", "cli")) {
            Files.createDirectories(house.resolve(module + "/src/main/java"));
            Files.createFile(house.resolve(module + "/pom.xml"));
        }
        Files.createFile(house.resolve("pom.xml"));
        tool("mvn", "mkdir -p cli/target && echo built > cli/target/djdbc-cli.jar");
        tool("java", "exit ${JAVA_EXIT_CODE:-0}");
        age(house, -60);
    }

    private void tool(String name, String script) throws IOException {
        Path file = tools.resolve(name);
        Files.writeString(file, "#!/bin/sh\necho \"" + name + " $PWD: $*\" >> '" + notes + "'\n" + script + "\n");
        file.toFile().setExecutable(true);
    }

    private static void age(Path path, int seconds) throws IOException {
        try (var files = Files.walk(path)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(seconds)));
            }
        }
    }

    private record Ended(int exitCode, String out, String err) {}

    private Ended launch(Path script, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeAll(Set.of("JAVA_HOME", "DJDBC_CLASSPATH", "NO_COLOR"));
        builder.environment().put("PATH", tools + ":" + System.getenv("PATH"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private List<String> calls(String tool) throws IOException {
        return Files.readAllLines(notes).stream()
                .filter(line -> line.startsWith(tool + " "))
                .toList();
    }

    @Test
    void buildsOnceAndSaysSoInOneLine() throws Exception {
        Ended first = launch(house.resolve("djdbc"), Map.of(), "settings", "with a space");
        Ended second = launch(house.resolve("djdbc"), Map.of(), "settings");

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.err().lines()).hasSize(1);
        assertThat(first.err()).contains("building");
        assertThat(first.out()).isEmpty();
        assertThat(second.err()).isEmpty();
        assertThat(calls("mvn")).hasSize(1);
        assertThat(calls("mvn").get(0)).contains(house + ":", "package -pl cli -am");
        assertThat(calls("java")).hasSize(2);
        assertThat(calls("java").get(0))
                .contains(house + "/cli/target/djdbc-cli.jar", "io.djdbc.cli.Main settings with a space")
                .startsWith("java " + directory + ":");
    }

    @Test
    void buildsAgainWhenASourceIsNewerOrGone() throws Exception {
        Path source = Files.createFile(house.resolve("driver/src/main/java/A.java"));
        age(house, -60);
        launch(house.resolve("djdbc"), Map.of());
        assertThat(calls("mvn")).hasSize(1);

        age(source, 60);
        launch(house.resolve("djdbc"), Map.of());
        assertThat(calls("mvn")).hasSize(2);

        Files.delete(source);
        age(source.getParent(), 60);
        launch(house.resolve("djdbc"), Map.of());
        assertThat(calls("mvn")).hasSize(3);
    }

    @Test
    void passesTheExitCodeOn() throws Exception {
        assertThat(launch(house.resolve("djdbc"), Map.of("JAVA_EXIT_CODE", "2")).exitCode())
                .isEqualTo(2);
    }

    @Test
    void failedBuildShowsWhatMavenSaid() throws Exception {
        tool("mvn", "echo 'compilation failed'; exit 1");

        Ended ended = launch(house.resolve("djdbc"), Map.of());

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("compilation failed", "the build failed");
        assertThat(calls("java")).isEmpty();
    }

    @Test
    void worksThroughASymbolicLink() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("link"), house.resolve("djdbc"));

        assertThat(launch(link, Map.of(), "--version").exitCode()).isZero();
        assertThat(calls("java").get(0)).contains(house + "/cli/target/djdbc-cli.jar");
    }

    @Test
    void honoursJavaHome() throws Exception {
        Ended ended = launch(
                house.resolve("djdbc"),
                Map.of("JAVA_HOME", directory.resolve("none").toString()));
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err()).contains("JAVA_HOME");

        Path home = Files.createDirectories(directory.resolve("jdk of mine/bin"));
        Files.writeString(home.resolve("java"), "#!/bin/sh\necho mine\n");
        home.resolve("java").toFile().setExecutable(true);
        assertThat(launch(
                                house.resolve("djdbc"),
                                Map.of("JAVA_HOME", home.getParent().toString()))
                        .out())
                .isEqualTo("mine\n");
    }

    @Test
    void addsTheUsersJarsAndNoColoursInAPipe() throws Exception {
        launch(house.resolve("djdbc"), Map.of("DJDBC_CLASSPATH", "/opt/ojdbc17.jar", "TERM", "xterm"));

        assertThat(calls("java").get(0)).contains("djdbc-cli.jar:/opt/ojdbc17.jar ", "-Dpicocli.ansi=false");
    }
}
