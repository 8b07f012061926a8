package io.djdbc.conformance.transparency;

import static io.djdbc.conformance.transparency.DifferentialRun.in;

import io.djdbc.conformance.databases.DatabaseKit;
import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** MariaDB's server through MySQL's driver, and MySQL's through MariaDB's, as many applications have it. */
@DisplayName("same calls through the other driver")
@EachDatabase({"mariadb", "mysql"})
class OtherDriverTest extends DatabaseKit {

    OtherDriverTest(TestDatabase database) {
        super(database);
    }

    @Test
    void answersAreTheSameWithNativeSemantics() throws Exception {
        TestDatabase other = throughTheOtherDriver();
        DifferentialRun run = new DifferentialRun(other, database.name() + "-through-" + other.name());
        in("America/St_Johns", () -> run.compare("native", () -> other.openDjdbc("SEMANTICS=native")));
    }

    /** The database by the other driver's name, as that is what the differences depend on. */
    private TestDatabase throughTheOtherDriver() throws SQLException {
        String hostAndDatabase =
                database.bareUrl().replaceFirst("^jdbc:(mariadb|mysql):", "").replaceFirst("\\?.*$", "");
        String url = database.is("mariadb")
                ? "jdbc:mysql:" + hostAndDatabase + "?sslMode=DISABLED&allowPublicKeyRetrieval=true"
                : "jdbc:mariadb:" + hostAndDatabase + "?sslMode=disable&allowPublicKeyRetrieval=true";
        String driver = database.is("mariadb") ? "mysql" : "mariadb";
        return new TestDatabase(driver, database.origin(), url, database.user(), database.password());
    }
}
