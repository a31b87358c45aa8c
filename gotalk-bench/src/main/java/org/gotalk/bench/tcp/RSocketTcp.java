package org.gotalk.bench.tcp;

import io.rsocket.SocketAcceptor;
import io.rsocket.core.RSocketServer;
import io.rsocket.transport.netty.server.CloseableChannel;
import io.rsocket.transport.netty.server.TcpServerTransport;
import java.io.IOException;
import org.gotalk.bench.server.UntilInputEnds;
import reactor.core.publisher.Mono;

/** RSocket's request-response, on Netty, as its documentation shows it. */
public final class RSocketTcp {

    private RSocketTcp() {}

    /** Says its port, and ends with its input. */
    public static void main(String[] args) throws IOException {
        CloseableChannel server = RSocketServer.create(SocketAcceptor.forRequestResponse(Mono::just))
                .bindNow(TcpServerTransport.create("localhost", 0));
        UntilInputEnds.serve(server.address().getPort());
        server.dispose();
    }
}
