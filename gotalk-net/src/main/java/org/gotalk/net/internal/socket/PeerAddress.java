package org.gotalk.net.internal.socket;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;

/** The address of an accepted peer, for logs. */
public final class PeerAddress {

    private PeerAddress() {}

    /**
     * Clients of Unix-domain sockets have no address, so theirs is the server's.
     *
     * @param scheme the scheme of addresses with host and port
     */
    public static String of(SocketChannel channel, String scheme) throws IOException {
        return channel.getRemoteAddress() instanceof InetSocketAddress address
                ? scheme + "://" + host(address) + ":" + address.getPort()
                : "unix:" + channel.getLocalAddress();
    }

    private static String host(InetSocketAddress address) {
        String number = address.getAddress().getHostAddress();
        return number.contains(":") ? "[" + number + "]" : number;
    }
}
