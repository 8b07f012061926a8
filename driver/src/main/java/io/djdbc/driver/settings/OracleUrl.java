package io.djdbc.driver.settings;

/** Where the parts of an Oracle URL are: {@code oracle:thin:user/password@host…?parameters}. */
final class OracleUrl {

    private static final String VENDOR = "oracle:";

    private OracleUrl() {}

    /** Where user and password begin; {@code -1} if this is no Oracle URL. */
    static int credentialsStart(String url) {
        int vendor = url.indexOf(VENDOR);
        if (vendor < 0 || (vendor > 0 && url.charAt(vendor - 1) != ':')) {
            return -1;
        }
        int colon = url.indexOf(':', vendor + VENDOR.length());
        return colon < 0 ? -1 : colon + 1;
    }

    /**
     * The {@code @} that ends user and password, as ojdbc finds it: the first one outside of double quotes; -1 if there
     * is none.
     */
    static int credentialsEnd(String url, int start) {
        boolean quoted = false;
        for (int i = start; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '@' && !quoted) {
                return i;
            }
        }
        return -1;
    }
}
