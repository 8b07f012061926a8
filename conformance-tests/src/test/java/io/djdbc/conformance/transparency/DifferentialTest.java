package io.djdbc.conformance.transparency;

import static io.djdbc.conformance.transparency.DifferentialRun.in;

import io.djdbc.conformance.databases.DatabaseKit;
import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The same calls on the bare and on the wrapped driver: the same answers, but for the declared differences. */
@DisplayName("same calls, same answers")
@EachDatabase({"sqlite", "h2", "postgresql", "mariadb", "mysql"})
class DifferentialTest extends DatabaseKit {

    private final DifferentialRun run;

    DifferentialTest(TestDatabase database) {
        super(database);
        run = new DifferentialRun(database, database.name());
    }

    /** The JVM's time zone is one that no server is in: where nothing is set for the session, nothing may shift. */
    @Test
    void answersAreTheSameWithNativeSemantics() throws Exception {
        in("America/St_Johns", () -> run.compare("native", () -> database.openDjdbc("SEMANTICS=native")));
    }

    /** The JVM's time zone is djdbc's own: {@code docs/differences.md} tells in words what another one changes. */
    @Test
    void answersDifferAsDeclaredWithTheDefaults() throws Exception {
        in("UTC", () -> run.compare("defaults", () -> database.openDjdbc()));
    }
}
