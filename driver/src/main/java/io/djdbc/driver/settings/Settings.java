package io.djdbc.driver.settings;

import io.djdbc.dialect.Dialect;
import io.djdbc.dialect.EncodingCheck;
import io.djdbc.dialect.IsolationLevel;
import io.djdbc.dialect.NameLimit;
import io.djdbc.dialect.SessionFeature;
import io.djdbc.dialect.SessionParameters;
import io.djdbc.dialect.TransactionMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** All settings of one connection, checked; each knows where it came from. Immutable. */
public final class Settings {

    /** {@link #connMaxAgeNanos()} of a connection that may live for ever. */
    public static final long UNLIMITED = Long.MAX_VALUE;

    private static final String NONE = "None";
    private static final String NATIVE = "native";

    private final String[] texts;
    private final SettingsResolver sources;
    private final SessionParameters sessionParameters;
    private final long connMaxAgeNanos;
    private final boolean connHealthChecks;
    private final boolean autocommit;
    private final boolean pool;
    private final boolean vendorInterfaces;

    /**
     * @param texts one for each setting, in the order of the table, in normal form; the caller lets go of it
     * @param sources tells where they came from
     */
    Settings(String[] texts, SettingsResolver sources) {
        this.texts = texts;
        this.sources = sources;
        String age = text(Setting.CONN_MAX_AGE);
        this.connMaxAgeNanos = age.equals("0") ? 0 : age.equals(NONE) ? UNLIMITED : Seconds.toNanos(age);
        this.connHealthChecks = isTrue(Setting.CONN_HEALTH_CHECKS);
        this.autocommit = isTrue(Setting.AUTOCOMMIT);
        this.pool = isTrue(Setting.POOL);
        this.vendorInterfaces = isTrue(Setting.VENDOR_INTERFACES);
        String zone = text(Setting.TIME_ZONE);
        String timeout = text(Setting.TIMEOUT);
        this.sessionParameters = new SessionParameters(
                !isNativeSemantics(),
                zone.equals(NATIVE) ? null : zone,
                isolationLevel(text(Setting.ISOLATION_LEVEL)),
                textOrNull(Setting.ASSUME_ROLE),
                textOrNull(Setting.SQL_MODE),
                timeout.isEmpty() ? null : Double.valueOf(timeout),
                text(Setting.TRANSACTION_MODE).isEmpty()
                        ? null
                        : TransactionMode.valueOf(upper(Setting.TRANSACTION_MODE)),
                encodingCheck(text(Setting.ENCODING_CHECK)),
                isTrue(Setting.DISABLE_SERVER_SIDE_CURSORS));
    }

    /** What a session is to be, in the words of the dialects. */
    public SessionParameters sessionParameters() {
        return sessionParameters;
    }

    /** Nanoseconds that a physical connection may live; 0 for one request, {@link #UNLIMITED} for ever. */
    public long connMaxAgeNanos() {
        return connMaxAgeNanos;
    }

    public boolean connHealthChecks() {
        return connHealthChecks;
    }

    public boolean autocommit() {
        return autocommit;
    }

    /** SQL for each new physical connection; null for none. A secret. */
    public @Nullable String initCommand() {
        return textOrNull(Setting.INIT_COMMAND);
    }

    public SessionReset sessionReset() {
        return SessionReset.valueOf(upper(Setting.SESSION_RESET));
    }

    public boolean vendorInterfaces() {
        return vendorInterfaces;
    }

    public boolean isNativeSemantics() {
        return text(Setting.SEMANTICS).equals(NATIVE);
    }

    /** Whether {@code \\} is made the escape character of LIKE. */
    public boolean rewritesLike() {
        return !text(Setting.LIKE_ESCAPE).equals(NATIVE);
    }

    /** Whether lookup escapes are understood: always but in a pass-through. */
    public boolean writesLookups() {
        return !isNativeSemantics() || rewritesLike();
    }

    /** What cuts identifiers on this database; null where they are left alone. */
    public @Nullable NameLimit nameLimit(Dialect dialect) {
        String length = text(Setting.MAX_NAME_LENGTH);
        return length.equals(NATIVE)
                ? null
                : new NameLimit(
                        Integer.parseInt(length),
                        dialect.namesInUpperCase(),
                        text(Setting.NAME_HASH).equals("django3"));
    }

    /** Whether '' and NULL are told apart as far as they can be where the database does not. */
    public boolean emptyStrings(Dialect dialect) {
        return dialect.supports(SessionFeature.EMPTY_STRINGS)
                && !text(Setting.EMPTY_STRINGS).equals(NATIVE);
    }

    /** Whether connections come from a pool inside the driver. */
    public boolean pool() {
        return pool;
    }

    public int poolMinSize() {
        return Integer.parseInt(text(Setting.POOL_MIN_SIZE));
    }

    public int poolMaxSize() {
        return Integer.parseInt(text(Setting.POOL_MAX_SIZE));
    }

    /** Milliseconds to wait for a connection of the pool. */
    public long poolTimeoutMillis() {
        return Seconds.toMillis(text(Setting.POOL_TIMEOUT));
    }

    /** Milliseconds that a connection of the pool may be unused; 0 for ever. */
    public long poolMaxIdleMillis() {
        return Seconds.toMillis(text(Setting.POOL_MAX_IDLE));
    }

    /** The value in its normal form; empty for "not set". The secret itself, if it is one. */
    public String text(Setting setting) {
        return texts[setting.position()];
    }

    public Origin origin(Setting setting) {
        return sources.origin(setting, isNativeSemantics());
    }

    /** Whether the URL, the Properties or the environment named it. */
    public boolean isNamed(Setting setting) {
        return sources.isNamed(setting);
    }

    /** Whether the same is set, and the same is named. */
    boolean isSame(Settings other) {
        for (Setting setting : Setting.values()) {
            if (isNamed(setting) != other.isNamed(setting) || !text(setting).equals(other.text(setting))) {
                return false;
            }
        }
        return true;
    }

    /** One for each setting, in the order of the table. */
    public List<SettingValue> values() {
        List<SettingValue> values = new ArrayList<>(texts.length);
        for (Setting setting : Setting.values()) {
            values.add(value(setting));
        }
        return values;
    }

    /** What it comes to, and where that came from. */
    public SettingValue value(Setting setting) {
        return new SettingValue(setting, text(setting), origin(setting));
    }

    private boolean isTrue(Setting setting) {
        return text(setting).equals("true");
    }

    private @Nullable String textOrNull(Setting setting) {
        String text = text(setting);
        return text.isEmpty() ? null : text;
    }

    private String upper(Setting setting) {
        return text(setting).toUpperCase(Locale.ROOT);
    }

    /** Not by valueOf, whose reflection the first row of a JVM would wait for. */
    private static EncodingCheck encodingCheck(String text) {
        if (text.equals("off")) {
            return EncodingCheck.OFF;
        }
        return text.equals("error") ? EncodingCheck.ERROR : EncodingCheck.WARN;
    }

    private static @Nullable IsolationLevel isolationLevel(String text) {
        if (text.equals(NONE)) {
            return null;
        }
        for (IsolationLevel level : IsolationLevel.values()) {
            if (level.djangoName().equals(text)) {
                return level;
            }
        }
        return null;
    }

    /** What was named, without secrets. */
    @Override
    public String toString() {
        List<SettingValue> named = new ArrayList<>();
        for (SettingValue value : values()) {
            if (value.origin().isNamed()) {
                named.add(value);
            }
        }
        return "Settings" + named;
    }
}
