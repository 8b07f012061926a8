package io.djdbc.driver.settings;

import io.djdbc.dialect.Dialect;
import io.djdbc.dialect.SessionFeature;
import io.djdbc.driver.SettingsException;
import java.util.List;

/** Settings that are fine by themselves but not beside each other, or not on this database. */
final class Contradictions {

    private Contradictions() {}

    static void refuse(Settings settings, Dialect dialect) throws SettingsException {
        refusePool(settings);
        for (SettingValue value : settings.values()) {
            refuseMissingFeature(value, dialect);
        }
    }

    private static void refusePool(Settings settings) throws SettingsException {
        if (!settings.pool()) {
            for (SettingValue value : settings.values()) {
                if (value.setting().name().startsWith("POOL_") && value.origin().isOfConnection()) {
                    refuse(value, " has no effect without POOL=true; add POOL=true or remove it", List.of());
                }
            }
            return;
        }
        SettingValue age = settings.value(Setting.CONN_MAX_AGE);
        if (!Seconds.isDecimal(age.text()) || Seconds.toNanos(age.text()) != 0) {
            refuse(
                    age,
                    " contradicts POOL=true: a pool does not support persistent connections; set CONN_MAX_AGE=0 or"
                            + " POOL=false",
                    List.of("0"));
        }
        SettingValue min = settings.value(Setting.POOL_MIN_SIZE);
        SettingValue max = settings.value(Setting.POOL_MAX_SIZE);
        if (Integer.parseInt(min.text()) > Integer.parseInt(max.text())) {
            refuse(
                    min,
                    " is more than POOL_MAX_SIZE=" + max.text() + "; raise POOL_MAX_SIZE or lower POOL_MIN_SIZE",
                    List.of("a whole number, 0 to " + max.text()));
        }
        if (max.text().equals("0")) {
            refuse(
                    min,
                    " leaves a pool without any connection; set POOL_MAX_SIZE to 1 or more as well",
                    min.setting().allowedValues());
        }
    }

    /** Defaults of the process are for all databases; only what was written for this connection must fit it. */
    private static void refuseMissingFeature(SettingValue value, Dialect dialect) throws SettingsException {
        Setting setting = value.setting();
        SessionFeature feature = setting.feature();
        if (feature == null
                || !value.origin().isOfConnection()
                || value.text().isEmpty()
                || value.text().equals("native")
                || value.text().equals(setting.defaultText())
                || dialect.supports(feature)) {
            return;
        }
        refuse(
                value,
                " means nothing on " + dialect.name() + "; remove " + setting.name()
                        + ", or name another DIALECT if this is another database",
                List.of());
    }

    private static void refuse(SettingValue value, String reason, List<String> allowed) throws SettingsException {
        Setting setting = value.setting();
        String shown = BadValue.shown(setting, value.text());
        String message = setting.name() + "=" + shown + BadValue.place(setting, value.origin()) + reason + ".";
        FormErrors.refuse(message, setting, shown, allowed);
    }
}
