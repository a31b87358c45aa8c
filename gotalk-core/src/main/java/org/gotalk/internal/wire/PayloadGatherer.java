package org.gotalk.internal.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.gotalk.internal.wire.message.Payload;

/** Collects a payload. Memory grows with the received bytes and not with the announced size. */
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

    /** Whether no byte of the payload has arrived. */
    boolean isUntouched() {
        return gathered == 0;
    }

    /** Consumes bytes of the payload; whether it is complete. */
    boolean gather(ByteBuffer in) {
        int taken = Math.min(size - gathered, in.remaining());
        reserve(gathered + taken);
        in.get(bytes, gathered, taken);
        gathered += taken;
        return gathered == size;
    }

    /** Removes and returns the complete payload. */
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
