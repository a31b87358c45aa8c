package org.gotalk.internal.wire.message;

/**
 * Four opaque bytes that identify a request until its result is complete. The requester chooses them; the responder
 * returns them unchanged.
 *
 * @param bits the four bytes, the first in the highest eight bits
 */
public record RequestId(int bits) {

    /** Size on the wire, in bytes. */
    public static final int LENGTH = 4;

    /** The bytes as text if they are printable, otherwise in hex. */
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
