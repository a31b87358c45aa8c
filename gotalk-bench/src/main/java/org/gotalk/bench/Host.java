package org.gotalk.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.gotalk.bench.cometd.CometDServer;
import org.gotalk.bench.server.JavaServer;
import org.gotalk.bench.server.LibertyServer;
import org.gotalk.bench.server.QuarkusServer;
import org.gotalk.bench.server.Server;
import org.gotalk.bench.tcp.GotalkTcp;
import org.gotalk.bench.tcp.NioEcho;
import org.gotalk.bench.tcp.NioSink;
import org.gotalk.bench.tcp.RSocketTcp;

/** Where a case is served. */
enum Host {
    LIBERTY,
    GOTALK_TCP,
    NIO_ECHO,
    NIO_SINK,
    RSOCKET,
    QUARKUS,
    COMETD;

    Server start(Path project) throws IOException, InterruptedException {
        return switch (this) {
            case LIBERTY -> LibertyServer.start(project);
            case GOTALK_TCP -> JavaServer.start(GotalkTcp.class);
            case NIO_ECHO -> JavaServer.start(NioEcho.class);
            case NIO_SINK -> JavaServer.start(NioSink.class);
            case RSOCKET -> JavaServer.start(RSocketTcp.class);
            case QUARKUS -> QuarkusServer.start(project);
            case COMETD -> JavaServer.start(CometDServer.class);
        };
    }
}
