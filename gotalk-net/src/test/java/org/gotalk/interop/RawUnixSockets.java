package org.gotalk.interop;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Unix-domain sockets, in a folder of their own. */
final class RawUnixSockets implements RawSockets {

    private final Path folder = Files.createTempDirectory("gotalk");
    private final Path file = folder.resolve("test");
    private final ServerSocketChannel server =
            ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(file));

    RawUnixSockets() throws IOException {}

    @Override
    public String address() {
        return "unix:" + file;
    }

    @Override
    public String freeAddress() {
        return "unix:" + folder.resolve("peer");
    }

    @Override
    public RawEnd accept() throws IOException {
        return end(server.accept());
    }

    @Override
    public RawEnd connect(String address) throws IOException {
        return end(SocketChannel.open(UnixDomainSocketAddress.of(address.substring("unix:".length()))));
    }

    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
    }

    /** The JDK's own streams of a channel do not read while they write. */
    private static RawEnd end(SocketChannel channel) {
        InputStream in = new InputStream() {
            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return channel.read(ByteBuffer.wrap(bytes, offset, length));
            }
        };
        OutputStream out = new OutputStream() {
            @Override
            public void write(int b) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                ByteBuffer left = ByteBuffer.wrap(bytes, offset, length);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
            }
        };
        return RawEnd.of(in, out, channel);
    }
}
