package io.djdbc.conformance.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.cli.Main;
import io.djdbc.conformance.databases.DatabaseKit;
import io.djdbc.conformance.databases.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** {@code djdbc demo} and {@code djdbc check}, against each database. */
@DisplayName("command line")
class CommandLineTest extends DatabaseKit {

    CommandLineTest(TestDatabase database) {
        super(database);
    }

    private record Ended(int exitCode, String out) {}

    private Ended run(String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        if (database.user() != null) {
            arguments.addAll(List.of("--user", database.user()));
        }
        if (database.password() != null && !database.password().isEmpty()) {
            arguments.add("--password=" + database.password());
        }
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out, true);
        int exitCode = Main.run(writer, writer, false, arguments.toArray(new String[0]));
        return new Ended(exitCode, out.toString());
    }

    @Test
    void demoKeepsItsPromises() {
        Ended demo = run("demo", "--url", database.djdbcUrl());

        assertThat(demo.exitCode()).as(demo.out()).isZero();
        assertThat(demo.out())
                .containsPattern("bare driver +200 +\\d+ ms")
                .containsPattern("djdbc, CONN_MAX_AGE=60 +1 +\\d+ ms")
                .containsPattern("bare driver, connection kept open +fails +fails")
                .containsPattern("CONN_HEALTH_CHECKS=true +ok +ok")
                .doesNotContain("FAIL");
    }

    @Test
    void checkReportsTheServer() {
        Ended check = run("check", database.djdbcUrl("CONN_MAX_AGE=60"));

        assertThat(check.exitCode()).as(check.out()).isZero();
        assertThat(check.out().replaceAll("\\s+", " "))
                .contains("server " + database.version().replaceAll("\\s+", " "));
        assertThat(check.out())
                .containsPattern("CONN_MAX_AGE +60 +URL")
                .contains("Session, as the server sees it")
                .containsPattern("ok +connected in");
    }

    @Test
    void checkRefusesWhatIsWrong() {
        Ended check = run("check", database.djdbcUrl("CONN_MAX_AG=60"));

        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.out()).contains("FAIL", "CONN_MAX_AGE?");
    }
}
