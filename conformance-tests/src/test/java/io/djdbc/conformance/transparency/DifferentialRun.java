package io.djdbc.conformance.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.conformance.databases.TestDatabase;
import io.djdbc.conformance.transparency.Differences.Difference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import org.h2.util.DateTimeUtils;
import org.junit.jupiter.api.function.Executable;

/** The same questions to the bare and to the wrapped driver, and the comparison of what they answered. */
final class DifferentialRun {

    /** Fewer would say that a change of this kit has lost questions. */
    private static final int FEWEST_QUESTIONS = 300;

    /** How many undeclared differences a failure shows; {@code target/transparency} has them all. */
    private static final int SHOWN = 40;

    private final TestDatabase database;
    private final String name;

    /** @param name of the files in {@code target/transparency} */
    DifferentialRun(TestDatabase database, String name) {
        this.database = database;
        this.name = name;
    }

    static void in(String zone, Executable test) throws Exception {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            DateTimeUtils.resetCalendar(); // H2 remembers the zone
            test.execute();
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        } finally {
            TimeZone.setDefault(before);
            DateTimeUtils.resetCalendar();
        }
    }

    /** @param mode of {@code docs/differences.md}: native or defaults */
    void compare(String mode, Side.Opener opener) throws Exception {
        Transcript bare = answers(database::open);
        Transcript djdbc = answers(opener);
        bare.write(name + "-bare-" + mode);
        djdbc.write(name + "-" + mode);
        assertThat(bare.stops())
                .as("areas that do not run through on the bare driver")
                .isEmpty();
        assertThat(bare.lines()).hasSizeGreaterThan(FEWEST_QUESTIONS);
        compare(mode, bare.lines(), djdbc.lines());
    }

    private Transcript answers(Side.Opener opener) throws Exception {
        Map<String, Side.Area> areas = new LinkedHashMap<>();
        areas.putAll(ConnectionCalls.areas());
        areas.putAll(StatementCalls.areas());
        areas.putAll(PreparedStatementCalls.areas());
        areas.putAll(CallableStatementCalls.areas());
        areas.putAll(ResultSetCalls.areas());
        areas.putAll(MetaDataCalls.areas());
        areas.putAll(LobCalls.areas());
        areas.putAll(ErrorCalls.areas());
        try (SampleRows sample = new SampleRows(database)) {
            return new Side(opener, sample.flavour()).answer(areas);
        }
    }

    private void compare(String mode, List<Transcript.Line> bare, List<Transcript.Line> djdbc) {
        List<Difference> declared = Differences.declared(mode, database.name());
        Set<Difference> occurred = new LinkedHashSet<>();
        List<String> undeclared = new ArrayList<>();
        for (int i = 0; i < Math.min(bare.size(), djdbc.size()); i++) {
            Transcript.Line there = bare.get(i);
            Transcript.Line here = djdbc.get(i);
            if (!there.call().equals(here.call())) {
                undeclared.add("from here on other calls: " + there.call() + " / " + here.call());
                break;
            }
            if (there.answer().equals(here.answer())) {
                continue;
            }
            declared.stream()
                    .filter(difference -> difference.explains(there, here))
                    .findFirst()
                    .ifPresentOrElse(
                            occurred::add,
                            () -> undeclared.add(
                                    there.call() + "\n  bare:  " + there.answer() + "\n  djdbc: " + here.answer()));
        }
        assertThat(undeclared.stream().limit(SHOWN))
                .as(undeclared.size() + " differences that docs/differences.md does not declare")
                .isEmpty();
        assertThat(djdbc).as("as many questions were asked").hasSameSizeAs(bare);
        assertThat(occurred)
                .as("differences that docs/differences.md declares occur")
                .containsExactlyInAnyOrderElementsOf(declared);
    }
}
