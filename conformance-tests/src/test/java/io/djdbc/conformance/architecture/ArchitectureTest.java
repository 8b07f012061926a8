package io.djdbc.conformance.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The directions in which the modules, and the driver's packages, may depend on each other. */
@DisplayName("architecture")
class ArchitectureTest {

    private static final List<String> MODULES = List.of("dialect-shims", "driver", "query-builder", "cli");
    /** sqlite-jdbc takes functions as subclasses of a class of its own only. */
    private static final String SQLITES_FUNCTION = "io.djdbc.dialect.SqliteFunctionBridge";

    private static JavaClasses djdbc;

    /** From the modules' own output, as not all of them are on the class path of these tests. */
    @BeforeAll
    static void importModules() {
        List<Path> output = new ArrayList<>();
        for (String module : MODULES) {
            Path classes = Path.of(System.getProperty("djdbc.root"), module, "target", "classes");
            assertThat(Files.isDirectory(classes)).as("%s is compiled", classes).isTrue();
            output.add(classes);
        }
        djdbc = new ClassFileImporter().importPaths(output);
    }

    @Test
    void theImportHasAllModules() {
        for (String packageName : List.of("io.djdbc.dialect", "io.djdbc.driver", "io.djdbc.cli")) {
            assertThat(djdbc.stream().filter(type -> type.getPackageName().startsWith(packageName)))
                    .as(packageName)
                    .isNotEmpty();
        }
    }

    @Test
    void dialectsKnowNobody() {
        noClasses()
                .that()
                .resideInAPackage("io.djdbc.dialect..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.djdbc.driver..", "io.djdbc.query..", "io.djdbc.cli..")
                .check(djdbc);
    }

    @Test
    void dialectsNeedNothingButTheJdk() {
        classes()
                .that()
                .resideInAPackage("io.djdbc.dialect..")
                .and()
                .doNotHaveFullyQualifiedName(SQLITES_FUNCTION)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("io.djdbc.dialect..", "java..", "javax.sql..", "org.jspecify..")
                .check(djdbc);
    }

    @Test
    void theDriverDoesNotKnowTheQueryBuilder() {
        noClasses()
                .that()
                .resideInAPackage("io.djdbc.driver..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.djdbc.query..", "io.djdbc.cli..")
                .check(djdbc);
    }

    @Test
    void theQueryBuilderDoesNotKnowTheDriver() {
        noClasses()
                .that()
                .resideInAPackage("io.djdbc.query..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.djdbc.driver..", "io.djdbc.cli..")
                .allowEmptyShould(true)
                .check(djdbc);
    }

    @Test
    void settingsKnowNeitherWrappersNorSessions() {
        noClasses()
                .that()
                .resideInAPackage("io.djdbc.driver.settings..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.djdbc.driver.wrapper..",
                        "io.djdbc.driver.session..",
                        "io.djdbc.driver.event..",
                        "io.djdbc.driver.target..")
                .check(djdbc);
    }

    @Test
    void sessionsDoNotKnowWhatWrapsThem() {
        noClasses()
                .that()
                .resideInAPackage("io.djdbc.driver.session..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.djdbc.driver.wrapper..", "io.djdbc.driver.target..")
                .check(djdbc);
    }

    @Test
    void theDriverNeedsNoVendor() {
        noClasses()
                .that()
                .resideInAnyPackage("io.djdbc.dialect..", "io.djdbc.driver", "io.djdbc.driver.session..")
                .and()
                .doNotHaveFullyQualifiedName(SQLITES_FUNCTION)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.postgresql..", "com.mysql..", "org.mariadb..", "org.sqlite..", "org.h2..", "oracle..")
                .check(djdbc);
    }

    @Test
    void onlyThePackageForFlywayKnowsFlyway() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.djdbc.driver.flyway")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.flywaydb..")
                .check(djdbc);
    }

    @Test
    void nobodyWritesToTheConsoleButTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.djdbc.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(djdbc);
    }

    @Test
    void theDriversPackagesHaveNoCycles() {
        slices().matching("io.djdbc.driver.(*)..").should().beFreeOfCycles().check(djdbc);
    }
}
