package org.gotalk.net.internal.socket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.gotalk.testing.contract.Side;
import org.junit.jupiter.api.Test;

class TcpContractTest extends SocketContract {

    @Override
    ServerSocketChannel listening() throws Exception {
        return ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    /** A linger of zero makes the network tell the other side at once that the connection is no more. */
    @Test
    void aPeerThatVanishesIsABrokenConnection() throws Exception {
        Side server;
        try (SocketChannel client = SocketChannel.open(address())) {
            server = new Side(adopted(nextAccepted()));
            client.write(ByteBuffer.wrap("half".getBytes(ISO_8859_1)));
            assertThat(server.hearsText(4)).isEqualTo("half");
            client.setOption(StandardSocketOptions.SO_LINGER, 0);
        }
        assertThat(server.closeCode()).isEqualTo(1006);
    }
}
