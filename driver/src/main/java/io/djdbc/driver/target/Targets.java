package io.djdbc.driver.target;

import io.djdbc.driver.session.AgeTimer;
import io.djdbc.driver.settings.ConnectionRequest;
import java.sql.Driver;
import java.sql.DriverAction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The targets of this JVM. A URL is taken apart once for each set of properties that it comes with; after that,
 * finding its target is a comparison. Safe for use by several threads.
 */
public final class Targets implements DriverAction {
    /** Targets without an open connection are forgotten beyond this. */
    private static final int BOUND = 512;

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Target> targets = new ArrayList<>(); // under the lock
    private final ConcurrentHashMap<String, RecentTargets> recent = new ConcurrentHashMap<>();
    private @Nullable AgeTimer timer; // under the lock; the first kept connection needs it
    private final @Nullable LongSupplier clock;

    /** @param clock nanoseconds from any origin; null: the system's */
    public Targets(@Nullable LongSupplier clock) {
        this.clock = clock;
    }

    /**
     * The target of a URL; null if it is not one of djdbc's.
     *
     * @throws io.djdbc.driver.SettingsException (08001) if one of our parameters is wrong
     * @throws SQLException (08001) if there is no driver for the vendor's URL
     */
    public @Nullable Target find(@Nullable String url, @Nullable Properties info) throws SQLException {
        if (url == null) {
            return null;
        }
        Properties given = info == null ? new Properties() : info;
        RecentTargets ofUrl = recent.get(url);
        Target known = ofUrl == null ? null : ofUrl.find(given);
        return known != null ? known : resolve(url, given);
    }

    private @Nullable Target resolve(String url, Properties info) throws SQLException {
        ConnectionRequest request = ConnectionRequest.parse(url, info);
        if (request == null) {
            return null;
        }
        Driver driver;
        try {
            driver = VendorDrivers.find(request);
        } catch (SQLException missing) {
            Target ofAnother = ofAnyApplication(request);
            if (ofAnother == null) {
                throw missing;
            }
            return ofAnother; // and not remembered: the next time there may be a newer one
        }
        return target(url, info, request, driver);
    }

    /** What is found a second time is remembered: a JVM that connects once does not pay for that. */
    private Target target(String url, Properties info, ConnectionRequest request, Driver driver) throws SQLException {
        boolean foreign = VendorDrivers.isForeign(driver);
        ClassLoader application = foreign ? driver.getClass().getClassLoader() : null;
        lock.lock();
        try {
            for (Target target : targets) {
                if (target.isFor(request, application)) {
                    remember(url, info, target);
                    return target;
                }
            }
            makeRoom();
            Target target = new Target(request, driver, foreign, timerFor(request), clock);
            targets.add(target);
            return target;
        } finally {
            lock.unlock();
        }
    }

    private void remember(String url, Properties info, Target target) {
        RecentTargets ofUrl = recent.get(url);
        if (ofUrl == null) {
            ofUrl = new RecentTargets();
            recent.put(url, ofUrl);
        }
        ofUrl.add(info, target);
    }

    private @Nullable AgeTimer timerFor(ConnectionRequest request) {
        if (timer == null && request.settings().connMaxAgeNanos() != 0) {
            timer = new AgeTimer();
        }
        return timer;
    }

    /** A thread without its application's class loader, as one of a common pool, gets what was last found with one. */
    private @Nullable Target ofAnyApplication(ConnectionRequest wanted) {
        Target newest = null;
        lock.lock();
        try {
            for (Target target : targets) {
                if (target.request().isSame(wanted)) {
                    newest = target;
                }
            }
        } finally {
            lock.unlock();
        }
        return newest;
    }

    /** Who has just found one of those that are forgotten here may still connect: its sessions are then not kept. */
    private void makeRoom() {
        if (targets.size() < BOUND) {
            return;
        }
        for (Iterator<Target> all = targets.iterator(); all.hasNext(); ) {
            Target target = all.next();
            if (!target.isInUse()) {
                all.remove();
                target.shutDown();
            }
        }
        recent.clear();
    }

    /** Closes all that is kept. */
    @Override
    public void deregister() {
        shutDown();
    }

    /** The same, asked for by its own name. */
    public void shutDown() {
        AgeTimer running;
        List<Target> all;
        lock.lock();
        try {
            running = timer;
            all = new ArrayList<>(targets);
            targets.clear();
            recent.clear();
        } finally {
            lock.unlock();
        }
        if (running != null) {
            running.shutDown();
        }
        for (Target target : all) {
            target.shutDown();
        }
    }
}
