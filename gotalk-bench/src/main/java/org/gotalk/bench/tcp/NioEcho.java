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

/** Bytes come back as they came: the least that a server on the JDK can do. One thread. */
public final class NioEcho {

    private static final int BUFFER = 64 * 1024;

    private NioEcho() {}

    /** Says its port, and ends with its input. */
    public static void main(String[] args) throws IOException {
        ServerSocketChannel server =
                ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread loop = new Thread(() -> echo(server), "echo");
        loop.setDaemon(true);
        loop.start();
        UntilInputEnds.serve(server.socket().getLocalPort());
    }

    private static void echo(ServerSocketChannel server) {
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
                        echo((SocketChannel) key.channel(), buffer);
                    }
                }
                selector.selectedKeys().clear();
            }
        } catch (IOException e) {
            throw new IllegalStateException("the echo ends", e);
        }
    }

    private static void echo(SocketChannel channel, ByteBuffer buffer) throws IOException {
        if (channel.read(buffer.clear()) < 0) {
            channel.close();
            return;
        }
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }
}
