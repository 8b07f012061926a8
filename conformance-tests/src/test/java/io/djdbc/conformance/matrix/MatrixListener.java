package io.djdbc.conformance.matrix;

import io.djdbc.conformance.databases.DatabaseNotRun;
import io.djdbc.conformance.databases.TestDatabase;
import io.djdbc.conformance.databases.TestDatabases;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Listens to JUnit and fills the matrix; prints and writes it when all tests have run. */
public final class MatrixListener implements TestExecutionListener {

    /** Where a test belongs in the matrix. */
    private record Place(String suite, String database) {}

    private final Matrix matrix = new Matrix();
    private final @Nullable Path reports;
    private final String build;
    private final PrintStream console;
    private @Nullable TestPlan plan;

    /** For JUnit, which finds this class by META-INF/services; reports only where the build says where to. */
    public MatrixListener() {
        this(
                Optional.ofNullable(System.getProperty("djdbc.reports"))
                        .map(Path::of)
                        .orElse(null),
                System.getProperty("djdbc.build", ""),
                System.out);
    }

    MatrixListener(@Nullable Path reports, String build, PrintStream console) {
        this.reports = reports;
        this.build = build;
        this.console = console;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = started;
    }

    @Override
    public synchronized void executionSkipped(TestIdentifier test, String reason) {
        Place place = place(test);
        if (place != null) {
            matrix.cell(place.suite(), place.database()).notRun(reason);
        }
    }

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Place place = place(test);
        boolean passed = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
        if (place == null || (passed && !test.isTest())) {
            return;
        }
        Cell cell = matrix.cell(place.suite(), place.database());
        String said = result.getThrowable().map(MatrixListener::message).orElse("");
        switch (result.getStatus()) {
            case SUCCESSFUL:
                cell.passed();
                break;
            case ABORTED:
                cell.notRun(said);
                break;
            case FAILED:
                cell.failed(test.getDisplayName(), said);
                break;
        }
    }

    /** What a test publishes by JUnit's {@code TestReporter} stands beside the outcome of its suite. */
    @Override
    public synchronized void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        Place place = place(test);
        if (place != null) {
            Cell cell = matrix.cell(place.suite(), place.database());
            entry.getKeyValuePairs().forEach((what, figures) -> cell.note(what + ": " + figures));
        }
    }

    private static String message(Throwable thrown) {
        return thrown.getMessage() == null ? thrown.getClass().getName() : thrown.getMessage();
    }

    @Override
    public synchronized void testPlanExecutionFinished(TestPlan finished) {
        if (reports == null || matrix.suites().isEmpty()) {
            return;
        }
        for (String name : TestDatabases.names()) {
            matrix.database(column(name));
        }
        try {
            MatrixFiles files = new MatrixFiles(reports);
            files.mergeEarlierRunOf(build, matrix);
            files.write(build, matrix);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        console.print(new MatrixText(matrix).render());
        console.flush();
    }

    /** Starts no database only to describe it: those that no suite asked for are said to be unused. */
    private static Matrix.Database column(String name) {
        if (!TestDatabases.wasAsked(name)) {
            return new Matrix.Database(name, null, null, "no suite asked for it");
        }
        try {
            TestDatabase database = TestDatabases.named(name);
            return new Matrix.Database(
                    name, database.version(), database.origin().toString(), null);
        } catch (DatabaseNotRun notRun) {
            return new Matrix.Database(name, null, null, notRun.getMessage());
        } catch (IllegalStateException wrongUrl) {
            return new Matrix.Database(name, null, null, wrongUrl.getMessage());
        }
    }

    /** Null for what is not below a class: engines. */
    private @Nullable Place place(TestIdentifier test) {
        String suite = null;
        String database = Matrix.NO_DATABASE;
        for (TestIdentifier at = test; at != null; at = parent(at)) {
            if (isRunOnDatabase(at)) {
                database = at.getDisplayName();
            } else if (at.getSource().filter(ClassSource.class::isInstance).isPresent()) {
                suite = at.getDisplayName(); // the outermost class wins
            }
        }
        return suite == null ? null : new Place(suite, database);
    }

    private static boolean isRunOnDatabase(TestIdentifier test) {
        return test.getUniqueIdObject().getLastSegment().getType().equals("class-template-invocation")
                && TestDatabases.names().contains(test.getDisplayName());
    }

    private @Nullable TestIdentifier parent(TestIdentifier test) {
        return plan == null ? null : plan.getParent(test).orElse(null);
    }
}
