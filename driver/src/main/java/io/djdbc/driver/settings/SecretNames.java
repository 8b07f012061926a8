package io.djdbc.driver.settings;

/** Which names of parameters promise a secret. */
final class SecretNames {

    private static final String[] PARTS = {
        "password",
        "passwd",
        "passphrase",
        "passcode",
        "pwd",
        "secret",
        "token",
        "credential",
        "apikey",
        "accesskey",
        "privatekey"
    };

    private static final String[] WHOLE = {"pass", "pw", "key", "pin"};

    private SecretNames() {}

    /** @param name in lower case */
    static boolean matches(String name) {
        for (String part : PARTS) {
            if (name.contains(part)) {
                return true;
            }
        }
        for (String whole : WHOLE) {
            if (name.equals(whole)) {
                return true;
            }
        }
        return name.endsWith("key") || name.endsWith("pass") || name.endsWith("_pw");
    }
}
