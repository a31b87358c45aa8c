package org.gotalk.redis.internal.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import org.gotalk.reach.Position;

/**
 * A message as the engine has it: {@code offset epoch expires publisher number}, a line feed, and what was published.
 */
public final class Entry {

    private static final int PARTS = 5;

    private final Position position;
    private final boolean isKept;
    private final String publisher;
    private final long number;
    private final byte[] message;

    private Entry(Position position, boolean isKept, String publisher, long number, byte[] message) {
        this.position = position;
        this.isKept = isKept;
        this.publisher = publisher;
        this.number = number;
        this.message = message;
    }

    /** What the publisher knows of an entry; the script puts the rest in front. */
    public static byte[] tail(String publisher, long number, byte[] message) {
        byte[] head = (publisher + ' ' + number + '\n').getBytes(ISO_8859_1);
        byte[] tail = Arrays.copyOf(head, head.length + message.length);
        System.arraycopy(message, 0, tail, head.length, message.length);
        return tail;
    }

    /** Reads what the engine has. */
    public static Entry parse(byte[] bytes) {
        int end = 0;
        while (bytes[end] != '\n') {
            end++;
        }
        String[] parts = new String(bytes, 0, end, ISO_8859_1).split(" ", PARTS);
        return new Entry(
                new Position(parts[1], Long.parseLong(parts[0])),
                !parts[2].equals("0"),
                parts[3],
                Long.parseLong(parts[4]),
                Arrays.copyOfRange(bytes, end + 1, bytes.length));
    }

    /** Its place in the channel. */
    public Position position() {
        return position;
    }

    /** Whether messages of the channel were kept when it was published. */
    public boolean isKept() {
        return isKept;
    }

    /** Who has published it: an incarnation of a node. */
    public String publisher() {
        return publisher;
    }

    /** Which one of that publisher's it is, over all channels. */
    public long number() {
        return number;
    }

    /** What was published. */
    public byte[] message() {
        return message;
    }
}
