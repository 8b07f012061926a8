package io.djdbc.driver;

import io.djdbc.driver.settings.ConnectionRequest;
import io.djdbc.driver.settings.Setting;
import io.djdbc.driver.settings.Settings;
import io.djdbc.driver.target.Target;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/** What {@link Driver#getPropertyInfo} answers. */
final class PropertyInfo {

    private PropertyInfo() {}

    static DriverPropertyInfo[] of(String url, Properties info) throws SQLException {
        Target target = Driver.target(url, info);
        if (target == null) {
            throw new SQLException("not a djdbc URL; it starts with jdbc:djdbc:", "08001");
        }
        ConnectionRequest request = target.request();
        List<DriverPropertyInfo> all = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            all.add(of(setting, request.settings()));
        }
        DriverPropertyInfo[] vendors =
                target.vendorDriver().getPropertyInfo(request.vendorUrl(), request.vendorProperties());
        if (vendors != null) {
            all.addAll(Arrays.asList(vendors));
        }
        return all.toArray(new DriverPropertyInfo[0]);
    }

    private static DriverPropertyInfo of(Setting setting, Settings settings) {
        DriverPropertyInfo info =
                new DriverPropertyInfo(setting.name(), setting.isSecret() ? null : settings.text(setting));
        info.description = setting.description();
        return info;
    }
}
