package org.gotalk.net.internal.listen;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A server socket that is bound to its address, with its file if it is a Unix-domain socket. */
public final class BoundSocket {

    private final ServerSocketChannel channel;
    private final @Nullable UnixSocketFile file;

    private BoundSocket(ServerSocketChannel channel, @Nullable UnixSocketFile file) {
        this.channel = channel;
        this.file = file;
    }

    /** Binds to a host and port; port 0 takes a free one. */
    public static BoundSocket tcp(InetSocketAddress address, int backlog) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            if (address.isUnresolved()) {
                throw new IOException("unknown host \"" + address.getHostString() + "\"");
            }
            channel.bind(address, backlog);
            return new BoundSocket(channel, null);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Binds to a file, which it creates. */
    public static BoundSocket unix(Path path, int backlog, Set<PosixFilePermission> permissions) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            return new BoundSocket(channel, UnixSocketFile.bind(channel, path, backlog, permissions));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    ServerSocketChannel channel() {
        return channel;
    }

    /** The port, of TCP. */
    public int port() throws IOException {
        return ((InetSocketAddress) channel.getLocalAddress()).getPort();
    }

    /** Removes the file, if there is one. To be called before the channel is closed. */
    void removeFile() throws IOException {
        if (file != null) {
            file.remove();
        }
    }
}
