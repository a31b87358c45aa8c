package org.gotalk.internal.transport;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/** What a WebSocket's close frame has room for. */
public final class CloseFrame {

    private static final int MAX_REASON_BYTES = 123;

    private CloseFrame() {}

    /** As much of a reason as fits, without half characters. */
    public static String fitting(String reason) {
        ByteBuffer space = ByteBuffer.allocate(MAX_REASON_BYTES);
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(reason), space, true);
        return StandardCharsets.UTF_8.decode(space.flip()).toString();
    }
}
