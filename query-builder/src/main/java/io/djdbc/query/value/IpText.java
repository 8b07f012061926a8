package io.djdbc.query.value;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** IP addresses as text, as Django stores them: the longest run of zeros in an IPv6 address as {@code ::}. */
final class IpText {

    private static final int GROUPS = 8;

    private IpText() {}

    /** An IPv6 address in its shortest form; a text that is none stays. */
    static String normalized(String text) {
        if (!text.matches("[0-9a-fA-F:.]+")) {
            return text;
        }
        try {
            // of digits only, so that no name is looked up
            InetAddress address = InetAddress.getByName(text);
            return address instanceof Inet6Address ? of(address) : "::ffff:" + address.getHostAddress();
        } catch (UnknownHostException none) {
            return text;
        }
    }

    static String of(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        byte[] bytes = address.getAddress();
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = ((bytes[2 * i] & 0xff) << 8) | (bytes[2 * i + 1] & 0xff);
        }
        int start = -1;
        int length = 1;
        for (int i = 0; i < GROUPS; i++) {
            int end = i;
            while (end < GROUPS && groups[end] == 0) {
                end++;
            }
            if (end - i > length) {
                start = i;
                length = end - i;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            if (i == start) {
                text.append("::");
                i += length - 1;
            } else {
                if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
                    text.append(':');
                }
                text.append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }
}
