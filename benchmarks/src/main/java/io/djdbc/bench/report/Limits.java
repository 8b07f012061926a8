package io.djdbc.bench.report;

import io.djdbc.bench.subject.Subject;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows with what is asked of djdbc. */
final class Limits {
    private Limits() {}

    /** A row of {@link Subject}s beside the bare driver; no limits where none are given. */
    static Row row(String title, boolean byCpuTime, @Nullable Limit nativeLimit, @Nullable Limit limit) {
        return new Row(
                title,
                byCpuTime,
                Subject.BARE.title(),
                Subject.BARE_AGAIN.title(),
                of(Subject.DJDBC_NATIVE.title(), nativeLimit, Subject.DJDBC.title(), limit));
    }

    static Map<String, @Nullable Limit> of(
            String nativeTitle, @Nullable Limit nativeLimit, String title, @Nullable Limit limit) {
        var limits = new HashMap<String, @Nullable Limit>();
        limits.put(nativeTitle, nativeLimit);
        limits.put(title, limit);
        return limits;
    }
}
