package org.gotalk.bench.tcp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** Bytes come back as they came: the least that a server on the JDK can do. */
public final class NioEcho {

    private NioEcho() {}

    /** Says its port, and ends with its input. */
    public static void main(String[] args) throws IOException {
        NioLoop.serve(NioEcho::echo);
    }

    private static void echo(SelectionKey key, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            ((SocketChannel) key.channel()).write(bytes);
        }
    }
}
