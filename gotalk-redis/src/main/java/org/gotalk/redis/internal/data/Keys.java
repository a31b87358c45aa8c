package org.gotalk.redis.internal.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The names of an application's keys and channels. What others have named is encoded: letters, digits, {@code -}, {@code _}
 * and {@code .} stay, all else is {@code %} and two hex digits a byte. So no name has a {@code :}, by which parts are
 * separated, nor anything that means something in a pattern or to a cluster.
 */
public final class Keys {

    private static final String PLAIN = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_.";
    private static final String HEX = "0123456789ABCDEF";

    private final String prefix;

    /** @param application any text */
    public Keys(String application) {
        prefix = "gotalk:" + encoded(application) + ':';
    }

    /** What all names begin with. */
    public byte[] prefix() {
        return bytes(prefix);
    }

    /** The state of a channel; messages are published under the same name. */
    public String channel(String channel) {
        return prefix + "r:" + encoded(channel);
    }

    /** What is kept of a channel. */
    public byte[] history(String channel) {
        return bytes(channel(channel) + ":h");
    }

    /** What a publisher has sent. */
    public byte[] sent(String publisher) {
        return bytes(prefix + "w:" + publisher);
    }

    /** The channel of one node. */
    public String node(String node) {
        return prefix + "n:" + encoded(node);
    }

    /** What a node has entered. */
    public byte[] entered(String incarnation) {
        return bytes(prefix + "n:" + incarnation + ":m");
    }

    /** When each node has last said that it lives. */
    public byte[] nodes() {
        return bytes(prefix + "nodes");
    }

    /** Who is present, in the order of coming. */
    public byte[] order(String subject) {
        return bytes(prefix + "p:" + encoded(subject));
    }

    /** What is known of those present. */
    public byte[] members(String subject) {
        return bytes(prefix + "p:" + encoded(subject) + ":i");
    }

    /** A name in the form that it has in keys. */
    public static String encoded(String name) {
        StringBuilder encoded = new StringBuilder(name.length());
        for (byte b : name.getBytes(UTF_8)) {
            if (PLAIN.indexOf(b) >= 0) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HEX.charAt((b >> 4) & 15)).append(HEX.charAt(b & 15));
            }
        }
        return encoded.toString();
    }

    /** A name or number as the engine gets it. */
    public static byte[] bytes(String ascii) {
        return ascii.getBytes(ISO_8859_1);
    }

    /** Text of the engine. */
    public static String text(byte[] ascii) {
        return new String(ascii, ISO_8859_1);
    }
}
