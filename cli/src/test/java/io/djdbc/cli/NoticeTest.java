package io.djdbc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** NOTICE names every library that comes along. */
class NoticeTest {

    @Test
    void namesEachLibraryOnTheClassPath() throws IOException {
        String notice = Files.readString(House.file("NOTICE"));
        List<String> libraries = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> path.endsWith(".jar"))
                .map(path -> new File(path).getName().replaceAll("-\\d.*", ""))
                .filter(name -> !name.startsWith("djdbc-") && !name.startsWith("surefire"))
                .toList();

        assertThat(libraries).contains("picocli", "HikariCP", "sqlite-jdbc");
        assertThat(libraries).allSatisfy(name -> assertThat(notice).contains(family(name)));
    }

    /** Libraries of one house that come in many pieces. */
    private static String family(String name) {
        for (String family : List.of("junit-jupiter", "junit-platform")) {
            if (name.startsWith(family)) {
                return family;
            }
        }
        return name;
    }

    @Test
    void isPartOfTheJar() {
        assertThat(NoticeTest.class.getResource("/META-INF/NOTICE")).isNotNull();
        assertThat(NoticeTest.class.getResource("/META-INF/LICENSE")).isNotNull();
    }
}
