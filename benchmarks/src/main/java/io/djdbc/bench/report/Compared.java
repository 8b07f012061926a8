package io.djdbc.bench.report;

import io.djdbc.bench.queries.mapper.Mapper;
import io.djdbc.bench.subject.Reuse;
import io.djdbc.bench.subject.Subject;
import java.util.Arrays;
import java.util.List;

/** What stands side by side in a row, and by which parameter of the benchmark it is chosen. */
enum Compared {
    /** Wrappers, beside the bare driver. */
    SUBJECTS("subject") {
        @Override
        List<String> values(Arguments arguments, boolean pools) {
            return arguments.subjects().stream()
                    .filter(s -> pools || s != Subject.HIKARI)
                    .map(Enum::name)
                    .toList();
        }

        @Override
        String title(String value) {
            return Subject.valueOf(value).title();
        }

        @Override
        Row row(Plan plan) {
            return Limits.row(plan.title(), plan.byCpuTime(), plan.nativeLimit(), plan.limit());
        }
    },
    /** Who keeps connections, beside HikariCP. */
    REUSES("reuse") {
        @Override
        List<String> values(Arguments arguments, boolean pools) {
            return Arrays.stream(Reuse.values())
                    .filter(r -> !r.isOurs()
                            || arguments.subjects().contains(r == Reuse.DJDBC ? Subject.DJDBC : Subject.DJDBC_NATIVE))
                    .map(Enum::name)
                    .toList();
        }

        @Override
        String title(String value) {
            return Reuse.valueOf(value).title();
        }

        @Override
        Row row(Plan plan) {
            return new Row(
                    plan.title(),
                    plan.byCpuTime(),
                    Reuse.HIKARI.title(),
                    Reuse.HIKARI_AGAIN.title(),
                    Limits.of(Reuse.DJDBC_NATIVE.title(), plan.nativeLimit(), Reuse.DJDBC.title(), plan.limit()));
        }
    },
    /** The query builder and its peers, beside JDBC by hand. */
    MAPPERS("mapper") {
        @Override
        List<String> values(Arguments arguments, boolean pools) {
            return arguments.mappers().stream().map(Enum::name).toList();
        }

        @Override
        String title(String value) {
            return Mapper.valueOf(value).title();
        }

        @Override
        Row row(Plan plan) {
            return new Row(
                    plan.title(),
                    plan.byCpuTime(),
                    Mapper.BY_HAND.title(),
                    Mapper.BY_HAND_AGAIN.title(),
                    Limits.of(Mapper.DJDBC.title(), plan.limit(), Mapper.DJDBC_DRIVER.title(), null));
        }
    };

    private final String parameter;

    Compared(String parameter) {
        this.parameter = parameter;
    }

    /** The benchmark's parameter. */
    String parameter() {
        return parameter;
    }

    /** The parameter's values, in the order in which a round measures them. */
    abstract List<String> values(Arguments arguments, boolean pools);

    /** The heading of a value's column. */
    abstract String title(String value);

    abstract Row row(Plan plan);
}
