package io.djdbc.conformance.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;

/** Threads of an application: virtual ones where the JDK has them. */
final class Workers {

    /** What each worker does. */
    @FunctionalInterface
    interface Work {
        void run(int worker) throws Exception;
    }

    private final List<Thread> threads = new ArrayList<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    private Workers() {}

    static Workers start(int count, Work work) {
        Workers workers = new Workers();
        ThreadFactory factory = factory();
        for (int i = 0; i < count; i++) {
            int number = i;
            workers.threads.add(factory.newThread(() -> {
                try {
                    work.run(number);
                } catch (Throwable e) {
                    workers.failure.compareAndSet(null, e);
                }
            }));
        }
        workers.threads.forEach(Thread::start);
        return workers;
    }

    /** Waits for all; throws what the first of them threw. */
    void join() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
        Throwable thrown = failure.get();
        if (thrown != null) {
            throw new AssertionError("a worker failed: " + thrown, thrown);
        }
    }

    /** By reflection, as this is compiled for JDK 17. */
    private static ThreadFactory factory() {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            return (ThreadFactory) Class.forName("java.lang.Thread$Builder")
                    .getMethod("factory")
                    .invoke(builder);
        } catch (ReflectiveOperationException before21) {
            return Thread::new;
        }
    }
}
