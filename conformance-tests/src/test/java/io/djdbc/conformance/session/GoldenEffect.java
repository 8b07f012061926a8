package io.djdbc.conformance.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.djdbc.conformance.databases.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a statement that Django sends on connect does to a session, looked for in a session of djdbc's. */
final class GoldenEffect {

    private static final Pattern SET_CONFIG = Pattern.compile("SELECT set_config\\('(\\w+)', '([^']*)', false\\)");
    private static final Pattern ROLE = Pattern.compile("SET ROLE '([^']*)'");
    private static final Pattern ISOLATION = Pattern.compile("SET SESSION TRANSACTION ISOLATION LEVEL ([A-Z ]+)");
    private static final Pattern AUTOCOMMIT = Pattern.compile("SET autocommit=[01]");
    private static final Pattern VARIABLE = Pattern.compile("SET (?:SESSION )?(\\w+) ?= ?'?([^']*)'?");
    private static final Pattern PRAGMA = Pattern.compile("PRAGMA (\\w+) ?= ?(\\w+)");

    private final TestDatabase database;
    private final Connection session;

    GoldenEffect(TestDatabase database, Connection session) {
        this.database = database;
        this.session = session;
    }

    void assertHas(String statement) throws SQLException {
        Matcher matcher = SET_CONFIG.matcher(statement);
        if (matcher.matches()) {
            holds(statement, "SELECT current_setting('" + matcher.group(1) + "')", matcher.group(2));
        } else if ((matcher = ROLE.matcher(statement)).matches()) {
            holds(statement, "SELECT current_user", matcher.group(1));
        } else if ((matcher = ISOLATION.matcher(statement)).matches()) {
            assertThat(Ask.isolationLevel(database, session))
                    .as(statement)
                    .isEqualTo(matcher.group(1).toLowerCase(Locale.ROOT));
        } else if ((matcher = PRAGMA.matcher(statement)).matches()) {
            String value = matcher.group(2);
            holds(
                    statement,
                    "PRAGMA " + matcher.group(1),
                    value.equals("ON") ? "1" : value.equals("OFF") ? "0" : value);
        } else if (isOnlyAQuestion(statement) || AUTOCOMMIT.matcher(statement).matches()) {
            return; // no effect of its own; auto-commit is looked at apart
        } else if ((matcher = VARIABLE.matcher(statement)).matches()) {
            holds(statement, "SELECT @@session." + matcher.group(1), matcher.group(2));
        } else {
            fail("no question for " + statement);
        }
    }

    private void holds(String statement, String question, String answer) throws SQLException {
        assertThat(Ask.one(session, question)).as(statement).isEqualTo(answer);
    }

    private static boolean isOnlyAQuestion(String statement) {
        return statement.startsWith("SELECT VERSION()")
                || statement.startsWith("select sqlite_compileoption_used")
                || statement.equals("BEGIN")
                || statement.equals("COMMIT");
    }
}
