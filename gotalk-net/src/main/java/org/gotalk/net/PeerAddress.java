package org.gotalk.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;

/** What peers are called that have connected to this side. */
final class PeerAddress {

    private PeerAddress() {}

    /**
     * Clients of Unix-domain sockets have no address of their own; the server's tells at least where they came.
     *
     * @param scheme of addresses with host and port
     */
    static String of(SocketChannel channel, String scheme) throws IOException {
        return channel.getRemoteAddress() instanceof InetSocketAddress address
                ? scheme + "://" + host(address) + ":" + address.getPort()
                : "unix:" + channel.getLocalAddress();
    }

    private static String host(InetSocketAddress address) {
        String number = address.getAddress().getHostAddress();
        return number.contains(":") ? "[" + number + "]" : number;
    }
}
