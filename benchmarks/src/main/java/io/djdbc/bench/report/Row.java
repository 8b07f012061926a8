package io.djdbc.bench.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * One row of the report: what was measured of each subject, round by round, beside the base and the base measured again.
 */
final class Row {
    /** How the title of a row ends that repeats the one before it by CPU time. */
    static final String CPU_TIME = ", CPU time";

    private final String title;
    private final boolean byCpuTime;
    private final String base;
    private final String baseAgain;
    private final Map<String, @Nullable Limit> limits;
    private final Map<String, List<Figure>> figures = new LinkedHashMap<>();

    /**
     * @param byCpuTime whether the thread's CPU time is compared (work within the JVM) or the clock's
     * @param limits by subject
     */
    Row(String title, boolean byCpuTime, String base, String baseAgain, Map<String, @Nullable Limit> limits) {
        this.title = title;
        this.byCpuTime = byCpuTime;
        this.base = base;
        this.baseAgain = baseAgain;
        this.limits = limits;
    }

    /** The same figures by the CPU time of the threads that worked, which a busy machine disturbs less. */
    Row byCpuTime() {
        var row = new Row(title + CPU_TIME, true, base, baseAgain, limits);
        row.figures.putAll(figures);
        return row;
    }

    void add(String subject, Figure figure) {
        figures.computeIfAbsent(subject, s -> new ArrayList<>()).add(figure);
    }

    String title() {
        return title;
    }

    boolean isByCpuTime() {
        return byCpuTime;
    }

    boolean isEmpty() {
        return figures.isEmpty();
    }

    List<String> subjects() {
        return List.copyOf(figures.keySet());
    }

    @Nullable
    Limit limit(String subject) {
        return limits.get(subject);
    }

    /** The base's least time, in nanoseconds. */
    double baseNanos() {
        double again = least(of(baseAgain, this::time));
        double first = least(of(base, this::time));
        return Double.isNaN(again) ? first : Math.min(first, again);
    }

    /** Median bytes per operation; NaN if not measured. */
    double bytes(String subject) {
        return median(of(subject, Figure::bytes));
    }

    /** The ratios of the rounds, ascending, each against its round's faster base; empty if not measured. */
    double[] ratios(String subject) {
        var own = of(subject, this::time);
        var first = of(base, this::time);
        var again = of(baseAgain, this::time);
        int rounds = Math.min(own.length, first.length);
        var ratios = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            ratios[i] = own[i] / (i < again.length ? Math.min(first[i], again[i]) : first[i]);
        }
        Arrays.sort(ratios);
        return ratios;
    }

    /**
     * What counts: the subject's least time over the rounds, against the base's least. Another process can make any
     * measurement slower, but none faster. NaN if not measured.
     */
    double ratio(String subject) {
        return ratio(subject, this::time);
    }

    double ratio(String subject, ToDoubleFunction<Figure> time) {
        double first = least(of(base, time));
        double again = least(of(baseAgain, time));
        double measure = subject.equals(base) && !Double.isNaN(again)
                ? again
                : subject.equals(baseAgain) || Double.isNaN(again) ? first : Math.min(first, again);
        return least(of(subject, time)) / measure;
    }

    private static double least(double[] values) {
        return Arrays.stream(values).min().orElse(Double.NaN);
    }

    private double time(Figure figure) {
        return byCpuTime ? figure.cpuNanos() : figure.wallNanos();
    }

    private double[] of(String subject, ToDoubleFunction<Figure> what) {
        return figures.getOrDefault(subject, List.of()).stream()
                .mapToDouble(what)
                .toArray();
    }

    static double median(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        var sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
