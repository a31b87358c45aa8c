package org.gotalk.internal.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Brings together a payload. Memory grows with the bytes that have arrived, never with the size that a peer merely
 * announced.
 */
final class PayloadGatherer {

    private static final int FIRST_ALLOCATION = 8 * 1024;
    private static final byte[] NONE = {};

    private byte[] bytes = NONE;
    private int gathered;
    private int size;

    /** Begins a payload of this size. */
    void begin(int payloadSize) {
        size = payloadSize;
        gathered = 0;
    }

    /** Whether nothing of the payload has come yet. */
    boolean isUntouched() {
        return gathered == 0;
    }

    /** Takes bytes of the payload; whether it is complete now. */
    boolean gather(ByteBuffer in) {
        int taken = Math.min(size - gathered, in.remaining());
        reserve(gathered + taken);
        in.get(bytes, gathered, taken);
        gathered += taken;
        return gathered == size;
    }

    /** Hands the complete payload over. */
    Payload take() {
        byte[] complete = bytes.length == size ? bytes : Arrays.copyOf(bytes, size);
        bytes = NONE;
        return Payload.of(complete);
    }

    private void reserve(int needed) {
        if (bytes.length < needed) {
            int doubled = Math.max(FIRST_ALLOCATION, 2 * bytes.length);
            bytes = Arrays.copyOf(bytes, needed == size ? size : Math.min(size, Math.max(doubled, needed)));
        }
    }
}
