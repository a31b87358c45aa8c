package org.gotalk.internal.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Brings together a given number of bytes that may arrive in pieces. Where they arrive in one piece, they are read
 * where they are; only what is cut is copied, so that a connection at rest holds next to nothing.
 */
final class Gatherer {

    private static final byte[] NONE = {};

    private byte[] pieces = NONE;
    private int gathered;

    private byte[] array = NONE;
    private int offset;

    /** Takes bytes until there are as many as wanted; whether that is so. If not, all of {@code in} was taken. */
    boolean gather(ByteBuffer in, int wanted) {
        if (gathered == 0 && in.hasArray() && in.remaining() >= wanted) {
            array = in.array();
            offset = in.arrayOffset() + in.position();
            in.position(in.position() + wanted);
            return true;
        }
        int taken = Math.min(wanted - gathered, in.remaining());
        if (pieces.length < gathered + taken) {
            pieces = Arrays.copyOf(pieces, gathered + taken);
        }
        in.get(pieces, gathered, taken);
        gathered += taken;
        if (gathered < wanted) {
            return false;
        }
        array = pieces;
        offset = 0;
        gathered = 0;
        pieces = NONE;
        return true;
    }

    /** The array in which the gathered bytes are, from {@link #offset()}, until the next call of {@link #gather}. */
    byte[] array() {
        return array;
    }

    int offset() {
        return offset;
    }

    /** Lets go of the caller's array. */
    void release() {
        array = NONE;
    }
}
