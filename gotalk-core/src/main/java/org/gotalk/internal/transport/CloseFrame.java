package org.gotalk.internal.transport;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/** Limits of a WebSocket close frame. */
public final class CloseFrame {

    private static final int MAX_REASON_BYTES = 123;

    private CloseFrame() {}

    /** Truncates a reason to what fits, without splitting characters. */
    public static String fitting(String reason) {
        ByteBuffer space = ByteBuffer.allocate(MAX_REASON_BYTES);
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(reason), space, true);
        return StandardCharsets.UTF_8.decode(space.flip()).toString();
    }
}
