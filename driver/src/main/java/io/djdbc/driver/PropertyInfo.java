package io.djdbc.driver;

import io.djdbc.driver.settings.ConnectionRequest;
import io.djdbc.driver.settings.PropertyInfos;
import io.djdbc.driver.target.Target;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Properties;

/** What {@link Driver#getPropertyInfo} answers: our settings, then the vendor's properties. */
final class PropertyInfo {

    private PropertyInfo() {}

    /** Tools ask while the user still types: what cannot be had yet is left out. */
    static DriverPropertyInfo[] of(String url, Properties info) {
        DriverPropertyInfo[] ours = PropertyInfos.of(url, info);
        DriverPropertyInfo[] vendors = vendors(url, info);
        DriverPropertyInfo[] all = Arrays.copyOf(ours, ours.length + vendors.length);
        System.arraycopy(vendors, 0, all, ours.length, vendors.length);
        return all;
    }

    private static DriverPropertyInfo[] vendors(String url, Properties info) {
        try {
            Target target = Driver.target(url, info);
            if (target == null) {
                return new DriverPropertyInfo[0];
            }
            ConnectionRequest request = target.request();
            DriverPropertyInfo[] vendors =
                    target.vendorDriver().getPropertyInfo(request.vendorUrl(), request.vendorProperties());
            return vendors == null ? new DriverPropertyInfo[0] : vendors;
        } catch (SQLException e) {
            return new DriverPropertyInfo[0];
        }
    }
}
