package io.djdbc.driver.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.dialect.Dialect;
import io.djdbc.dialect.MariaDbDialect;
import io.djdbc.dialect.PostgreSqlDialect;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which dialect speaks for a URL. */
class DialectsTest {

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    @AfterEach
    void restoreLoader() {
        Thread.currentThread().setContextClassLoader(before);
    }

    /** The lookup goes by the first word of the URL, which repeats what the dialects themselves say. */
    @Test
    void findsEachShippedOneByEachOfItsPrefixes() {
        for (String name : Dialects.SHIPPED) {
            Dialect dialect = Objects.requireNonNull(Dialects.byName(name));
            assertThat(dialect.name()).isEqualTo(name);
            for (String prefix : dialect.urlPrefixes()) {
                assertThat(Dialects.forUrl(prefix + "x")).hasSameClassAs(dialect);
            }
        }
        assertThat(Dialects.names()).containsAll(Dialects.SHIPPED);
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://h/db, postgresql",
        "PostgreSQL://h/db, postgresql",
        "mysql:replication://h/db, mysql",
        "mysql+srv://h/db, mysql",
        "p6spy:mariadb://h/db, mariadb",
        "aws-wrapper:postgresql://h/db, postgresql",
        "otel:p6spy:h2:mem:x, h2",
        "tc:mysql:8.4:///db, mysql",
        "sqlserver://h;x=y, generic",
        "jtds:sqlserver://h/mysql:x, generic",
        "postgresqlx://h/db, generic",
        "unheardof, generic",
        "x://h/?u=a:mysql://, generic",
    })
    void findsByUrl(String vendorPart, String name) {
        assertThat(Dialects.forUrl(vendorPart).name()).isEqualTo(name);
    }

    @Test
    void findsByNameInAnyCase() {
        assertThat(Objects.requireNonNull(Dialects.byName("MariaDB")).name()).isEqualTo("mariadb");
        assertThat(Dialects.byName("nosuch")).isNull();
    }

    /** A third party's dialect of a database that we know. */
    public static final class OwnPostgreSql extends PostgreSqlDialect {}

    /** A third party's dialect of a database that we do not know. */
    public static final class NewDialect extends MariaDbDialect {
        @Override
        public String name() {
            return "newdb";
        }

        @Override
        public List<String> urlPrefixes() {
            return List.of("newdb:");
        }
    }

    @Test
    void providersWinOverShippedOnes(@TempDir Path folder) throws IOException {
        try (URLClassLoader loader = providing(folder, OwnPostgreSql.class.getName(), NewDialect.class.getName())) {
            Thread.currentThread().setContextClassLoader(loader);

            assertThat(Dialects.forUrl("postgresql://h/db")).isInstanceOf(OwnPostgreSql.class);
            assertThat(Dialects.byName("postgresql")).isInstanceOf(OwnPostgreSql.class);
            assertThat(Dialects.forUrl("newdb://h/db")).isInstanceOf(NewDialect.class);
            assertThat(Dialects.forUrl("p6spy:newdb://h/db")).isInstanceOf(NewDialect.class);
            assertThat(Dialects.names()).contains("newdb", "mysql");
            assertThat(Dialects.forUrl("mysql://h/db").name()).isEqualTo("mysql");
            assertThat(Dialects.forUrl("postgresql://h/db")).isSameAs(Dialects.forUrl("postgresql://h/db"));
        }
        Thread.currentThread().setContextClassLoader(before);
        assertThat(Dialects.byName("newdb")).isNull();
    }

    @Test
    void brokenProvidersStopNobody(@TempDir Path folder) throws IOException {
        try (URLClassLoader loader =
                providing(folder, "no.such.Dialect", String.class.getName(), NewDialect.class.getName())) {
            Thread.currentThread().setContextClassLoader(loader);

            assertThat(Dialects.forUrl("newdb://h/db")).isInstanceOf(NewDialect.class);
            assertThat(Dialects.forUrl("postgresql://h/db").name()).isEqualTo("postgresql");
        }
    }

    @Test
    void keepsNoLoaderAlive(@TempDir Path folder) throws Exception {
        URLClassLoader loader = providing(folder, NewDialect.class.getName());
        Thread.currentThread().setContextClassLoader(loader);
        assertThat(Dialects.byName("newdb")).isNotNull();
        Thread.currentThread().setContextClassLoader(before);
        loader.close();
        WeakReference<ClassLoader> gone = new WeakReference<>(loader);
        loader = null;

        for (int i = 0; i < 100 && gone.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }

        assertThat(gone.get()).isNull();
    }

    @Test
    void worksWithoutContextLoader() {
        Thread.currentThread().setContextClassLoader(null);

        assertThat(Dialects.forUrl("h2:mem:").name()).isEqualTo("h2");
    }

    private URLClassLoader providing(Path folder, String... providers) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.write(services.resolve(Dialect.class.getName()), List.of(providers));
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, before);
    }
}
