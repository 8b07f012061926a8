package io.djdbc.driver.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.driver.Driver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** POOL=true while the server does not answer. */
class PoolStartTest {
    private static final int WAITING = 5;

    @Test
    void aFailedStartIsTheAnswerForAllWhoWaitedForIt() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch hangUp = new CountDownLatch(1);
        Queue<SQLException> failures = new ConcurrentLinkedQueue<>();
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> {
                while (!mute.isClosed()) {
                    try (Socket client = mute.accept()) {
                        attempts.incrementAndGet();
                        first.countDown();
                        hangUp.await();
                    } catch (IOException | InterruptedException e) {
                        // the end of the test
                    }
                }
            });
            server.start();
            String url = "jdbc:djdbc:postgresql://127.0.0.1:" + mute.getLocalPort()
                    + "/x?sslmode=disable&gssEncMode=disable&user=u&POOL=true&POOL_TIMEOUT=1";
            Runnable connect = () -> {
                try {
                    new Driver().connect(url, new Properties());
                } catch (SQLException e) {
                    failures.add(e);
                }
            };
            List<Thread> threads = new ArrayList<>();
            threads.add(started(connect));
            first.await();
            for (int i = 0; i < WAITING; i++) {
                threads.add(started(connect));
            }
            for (Thread waiting : threads.subList(1, threads.size())) {
                while (waiting.getState() != Thread.State.WAITING) { // for the one that starts the pool
                    Thread.onSpinWait();
                }
            }
            hangUp.countDown();
            for (Thread thread : threads) {
                thread.join();
            }
        }

        assertThat(failures)
                .hasSize(WAITING + 1)
                .allMatch(e -> "08001".equals(e.getSQLState()) || "08006".equals(e.getSQLState()));
        assertThat(attempts).hasValue(1);
    }

    private static Thread started(Runnable task) {
        Thread thread = new Thread(task);
        thread.start();
        return thread;
    }
}
