package org.gotalk.bench.tcp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.gotalk.bench.server.UntilInputEnds;

/** One thread that reads from all connections. */
final class NioLoop {

    private static final int BUFFER = 64 * 1024;

    private NioLoop() {}

    /** Says its port, and ends with its input. */
    static void serve(Reader reader) throws IOException {
        ServerSocketChannel server =
                ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread loop = new Thread(() -> run(server, reader), "loop");
        loop.setDaemon(true);
        loop.start();
        UntilInputEnds.serve(server.socket().getLocalPort());
    }

    private static void run(ServerSocketChannel server, Reader reader) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
        try (Selector selector = Selector.open()) {
            server.configureBlocking(false).register(selector, SelectionKey.OP_ACCEPT);
            while (true) {
                selector.select();
                for (SelectionKey key : selector.selectedKeys()) {
                    if (key.isAcceptable()) {
                        SocketChannel accepted = server.accept();
                        accepted.socket().setTcpNoDelay(true);
                        accepted.configureBlocking(false).register(selector, SelectionKey.OP_READ);
                    } else {
                        read(key, buffer.clear(), reader);
                    }
                }
                selector.selectedKeys().clear();
            }
        } catch (IOException e) {
            throw new IllegalStateException("the server ends", e);
        }
    }

    private static void read(SelectionKey key, ByteBuffer buffer, Reader reader) throws IOException {
        if (((SocketChannel) key.channel()).read(buffer) < 0) {
            key.channel().close();
        } else {
            reader.read(key, buffer.flip());
        }
    }

    /** Takes what came. */
    interface Reader {

        /** From a connection, whose key it may attach something to. */
        void read(SelectionKey key, ByteBuffer bytes) throws IOException;
    }
}
