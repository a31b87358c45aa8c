package org.gotalk.bench.tcp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** Takes bytes in, and says so with a byte each time that 4 MiB have come: the least that a server on the JDK can do. */
public final class NioSink {

    private static final int EACH = 4 << 20;

    private NioSink() {}

    /** Says its port, and ends with its input. */
    public static void main(String[] args) throws IOException {
        NioLoop.serve(NioSink::take);
    }

    private static void take(SelectionKey key, ByteBuffer bytes) throws IOException {
        int before = key.attachment() instanceof Integer count ? count : 0;
        int now = before + bytes.remaining();
        if (now >= EACH) {
            ((SocketChannel) key.channel()).write(ByteBuffer.wrap(new byte[] {1}));
        }
        key.attach(now % EACH);
    }
}
