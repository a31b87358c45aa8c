package org.gotalk.net.internal.tls;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import org.gotalk.net.internal.socket.Sockets;
import org.gotalk.spi.Transport;
import org.gotalk.testing.contract.Ends;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
class TlsOverTcpContractTest extends TlsContract {

    private final Sockets sockets = new Sockets(2, task -> new Thread(task, "sockets"), scheduler);
    private final ServerSocketChannel server =
            ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

    TlsOverTcpContractTest(String version) throws Exception {
        super(version);
    }

    @Override
    Ends plain() throws Exception {
        Transport client =
                sockets.connect(server.getLocalAddress(), PATIENCE).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        SocketChannel accepted = server.accept();
        return new Ends(client, sockets.adopt(accepted));
    }

    @Override
    protected void release() throws Exception {
        server.close();
        sockets.close();
        super.release();
    }
}
