package org.gotalk.jakarta.internal.websocket;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of IP addresses, such as {@code 10.0.0.0/8}, or a single one.
 *
 * @param prefix how many bits are the same in all of them
 */
record AddressRange(InetAddress first, int prefix) {

    /** What the JDK takes for a number, and not for a name to look up. */
    private static final Pattern NUMBER = Pattern.compile(
            "BYTE(\\.BYTE){3}|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*".replace("BYTE", "(25[0-5]|2[0-4][0-9]|[01]?[0-9]?[0-9])"));

    private static final Pattern BITS = Pattern.compile("[0-9]{1,3}");

    /** Parses a range; empty if it is none. */
    static Optional<AddressRange> parse(String text) {
        int slash = text.indexOf('/');
        Optional<InetAddress> address = address(slash < 0 ? text : text.substring(0, slash));
        String bits = slash < 0 ? "" : text.substring(slash + 1);
        if (slash >= 0 && !BITS.matcher(bits).matches()) {
            return Optional.empty();
        }
        return address.map(first -> new AddressRange(
                        first, slash < 0 ? Byte.SIZE * first.getAddress().length : Integer.parseInt(bits)))
                .filter(range -> range.prefix <= Byte.SIZE * range.first.getAddress().length);
    }

    /** An address that is written as a number, maybe in brackets; empty if it is not. */
    static Optional<InetAddress> address(String text) {
        String number = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        int zone = number.indexOf('%');
        String plain = zone < 0 ? number : number.substring(0, zone);
        if (!NUMBER.matcher(plain).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(plain));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Whether an address is in it. */
    boolean contains(InetAddress address) {
        byte[] own = first.getAddress();
        byte[] other = address.getAddress();
        if (own.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((own[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
