package io.djdbc.driver.target;

import io.djdbc.driver.session.AgeTimer;
import io.djdbc.driver.settings.ConnectionRequest;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The targets of this JVM. A URL is taken apart once for each set of properties that it comes with; after that,
 * finding its target is a comparison. Safe for use by several threads.
 */
public final class Targets {
    /** Targets without kept connections are forgotten beyond this. */
    private static final int BOUND = 512;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<TargetKey, Target> targets = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, RecentTargets> recent = new ConcurrentHashMap<>();
    private final AgeTimer timer = new AgeTimer();
    private final LongSupplier clock;

    /** @param clock nanoseconds from any origin */
    public Targets(LongSupplier clock) {
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
        TargetKey key = new TargetKey(request);
        Target target;
        lock.lock();
        try {
            target = targets.get(key);
            if (target == null) {
                makeRoom();
                target = new Target(request, timer, clock);
                targets.put(key, target);
            }
        } finally {
            lock.unlock();
        }
        RecentTargets ofUrl = recent.get(url);
        if (ofUrl == null) {
            ofUrl = new RecentTargets();
            recent.put(url, ofUrl);
        }
        ofUrl.add(info, target);
        return target;
    }

    private void makeRoom() {
        if (targets.size() < BOUND) {
            return;
        }
        for (Iterator<Target> all = targets.values().iterator(); all.hasNext(); ) {
            if (!all.next().isInUse()) {
                all.remove();
            }
        }
        recent.clear();
    }

    /** Closes all that is kept; called when the driver is deregistered. */
    public void shutDown() {
        timer.shutDown();
        for (Target target : targets.values()) {
            target.shutDown();
        }
        targets.clear();
        recent.clear();
    }
}
