package io.djdbc.cli;

import io.djdbc.driver.settings.Masking;
import java.sql.SQLException;
import java.util.Properties;
import java.util.regex.Pattern;

/** What a failure says, without the secrets that a vendor's message might repeat. */
public final class FailureText {
    private static final Pattern USER_INFO = Pattern.compile("([^\\s:@/]+):[^\\s@]+@");

    private final String url;
    private final Properties login;

    /**
     * @param url as it was given, with its secrets
     * @param login as it was given, with the password
     */
    public FailureText(String url, Properties login) {
        this.url = url;
        this.login = login;
    }

    /** The message, the SQLState, and the messages of the causes, without secrets. */
    public String of(SQLException failure) {
        StringBuilder text = new StringBuilder(String.valueOf(failure.getMessage()));
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            String reason = String.valueOf(cause.getMessage());
            if (text.indexOf(reason) < 0) {
                text.append(": ").append(reason);
            }
        }
        if (failure.getSQLState() != null) {
            text.append(" (SQLState ").append(failure.getSQLState()).append(')');
        }
        return clean(text.toString());
    }

    private String clean(String text) {
        String cleaned = text.replace(url, Masking.url(url));
        String password = login.getProperty("password", "");
        if (!password.isEmpty()) {
            cleaned = cleaned.replace(password, Masking.MASK);
        }
        // a driver that knows no user:password@host takes it for the host, and names it
        return Masking.text(USER_INFO.matcher(cleaned).replaceAll("$1:" + Masking.MASK + "@"));
    }

    /** What to say of a URL that does not start with {@code jdbc:djdbc:}. */
    public static String notOurs(String url) {
        boolean vendors = url.regionMatches(true, 0, "jdbc:", 0, 5);
        return "a URL of djdbc starts with jdbc:djdbc:"
                + (vendors
                        ? "; did you mean jdbc:djdbc:" + Masking.url(url).substring("jdbc:".length())
                        : ", as in jdbc:djdbc:postgresql://host/database");
    }
}
