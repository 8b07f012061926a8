package io.djdbc.query.row;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes a reader's own class. */
final class RowGenerator {

    private static final MethodHandles.Lookup OWN = MethodHandles.lookup();
    private static final byte @Nullable [] TEMPLATE = template();

    private RowGenerator() {}

    /** Null where classes cannot be made at run time, as in a native image. */
    static @Nullable RowReader generate(RowColumns columns) {
        if (TEMPLATE == null) {
            return null;
        }
        Function<MethodHandles.Lookup, MethodHandle> handles = lookup -> new RowHandles(lookup).read(columns);
        try {
            MethodHandles.Lookup made = OWN.defineHiddenClassWithClassData(TEMPLATE, handles, true);
            return (RowReader) made.findConstructor(made.lookupClass(), MethodType.methodType(void.class))
                    .invoke();
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException("no reader of rows could be made", failure);
        }
    }

    private static byte @Nullable [] template() {
        if (System.getProperty("org.graalvm.nativeimage.imagecode") != null) {
            return null;
        }
        try (InputStream code = RowGenerator.class.getResourceAsStream("RowTemplate.class")) {
            return code == null ? null : code.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
