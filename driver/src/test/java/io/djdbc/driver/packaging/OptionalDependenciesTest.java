package io.djdbc.driver.packaging;

import static io.djdbc.driver.packaging.ForkedJvm.home;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.djdbc.dialect.Dialect;
import io.djdbc.driver.Driver;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an application may leave out. */
class OptionalDependenciesTest {
    @TempDir
    private Path folder;

    private ForkedJvm jvm;

    /** Neither Micrometer nor HikariCP nor SLF4J nor jspecify. */
    @BeforeEach
    void leaveOut() throws IOException {
        jvm = new ForkedJvm(folder)
                .classPath(
                        home(Driver.class),
                        home(Dialect.class),
                        home(net.bytebuddy.ByteBuddy.class),
                        home(org.h2.Driver.class));
    }

    @Test
    void noMetricsAndNoPool() throws Exception {
        assertThat(jvm.run("jdbc:djdbc:h2:mem:x")).contains("row What's up", "url jdbc:djdbc:h2:mem:x");
        folder.resolve("output").toFile().delete();
        assertThat(jvm.run("jdbc:djdbc:h2:mem:x;CONN_MAX_AGE=60")).contains("row What's up");
    }

    @Test
    void aPoolInsideNeedsHikariCp() {
        assertThatThrownBy(() -> jvm.run("jdbc:djdbc:h2:mem:x;POOL=true"))
                .hasMessageContaining("SettingsException: POOL=true needs HikariCP and SLF4J, and com/zaxxer/hikari/");
    }

    @Test
    void aPoolInsideNeedsSlf4j() {
        jvm.classPath(home(com.zaxxer.hikari.HikariConfig.class));
        assertThatThrownBy(() -> jvm.run("jdbc:djdbc:h2:mem:x;POOL=true"))
                .hasMessageContaining("SettingsException: POOL=true needs HikariCP and SLF4J, and org/slf4j/");
    }

    @Test
    void noFlightRecorder() throws Exception {
        jvm.option("--limit-modules", "java.sql,java.naming,java.management,java.desktop,java.instrument");
        assertThat(jvm.run("jdbc:djdbc:h2:mem:x")).contains("jdk.jfr false", "row What's up", "parent true");
    }

    @Test
    void noClassOfFlightRecorderIsInitialisedUnlessThereIsARecording() throws Exception {
        jvm.option("-Xlog:class+init=info");
        assertThat(jvm.run("jdbc:djdbc:h2:mem:x"))
                .contains("jdk.jfr true", "row What's up")
                .anyMatch(line -> line.contains("io.djdbc.driver.event.SessionEvents"))
                .noneMatch(line -> line.contains("io.djdbc.driver.event.FlightRecorderEvents"))
                .noneMatch(line -> line.contains("io.djdbc.driver.event.ConnectionOpenedEvent"))
                .noneMatch(line -> line.contains("'jdk.jfr.internal"));
    }
}
