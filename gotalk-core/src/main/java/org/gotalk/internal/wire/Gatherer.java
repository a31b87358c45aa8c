package org.gotalk.internal.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Collects a given number of bytes that may arrive split. Bytes that arrive together are read in place; only split ones
 * are copied, so an idle connection holds almost no memory.
 */
final class Gatherer {

    private static final byte[] NONE = {};

    private byte[] pieces = NONE;
    private int gathered;

    private byte[] array = NONE;
    private int offset;

    /** Consumes up to the wanted number of bytes; whether all have arrived. If not, all of {@code in} was consumed. */
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

    /** The array with the collected bytes, from {@link #offset()} on, until the next call of {@link #gather}. */
    byte[] array() {
        return array;
    }

    int offset() {
        return offset;
    }

    /** Releases the caller's array. */
    void release() {
        array = NONE;
    }
}
