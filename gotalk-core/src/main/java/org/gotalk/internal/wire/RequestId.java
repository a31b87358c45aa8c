package org.gotalk.internal.wire;

/**
 * Four opaque bytes that name a request until it is answered. The requestor chooses them; the responder sends them
 * back unread.
 *
 * @param bits the four bytes, the first in the highest eight bits
 */
public record RequestId(int bits) {

    /** How many bytes an id has on the wire. */
    static final int LENGTH = 4;

    /** The bytes as text where they are printable, else in hex. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int shift = 24; shift >= 0; shift -= 8) {
            char c = (char) (bits >>> shift & 0xff);
            if (c <= ' ' || c > '~') {
                return String.format("%08x", bits);
            }
            text.append(c);
        }
        return text.toString();
    }
}
