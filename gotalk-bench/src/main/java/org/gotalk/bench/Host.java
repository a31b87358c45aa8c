package org.gotalk.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.gotalk.bench.cometd.CometDServer;
import org.gotalk.bench.server.JavaServer;
import org.gotalk.bench.server.LibertyServer;
import org.gotalk.bench.server.Server;
import org.gotalk.bench.tcp.GotalkTcp;
import org.gotalk.bench.tcp.NioEcho;
import org.gotalk.bench.tcp.RSocketTcp;

/** Where a case is served. */
enum Host {
    LIBERTY,
    GOTALK_TCP,
    NIO_ECHO,
    RSOCKET,
    QUARKUS,
    COMETD;

    private static final String QUARKUS_APPLICATION = "gotalk-bench/quarkus/target/quarkus-app/quarkus-run.jar";

    Server start(Path project) throws IOException, InterruptedException {
        return switch (this) {
            case LIBERTY -> LibertyServer.start(project);
            case GOTALK_TCP -> JavaServer.start(GotalkTcp.class);
            case NIO_ECHO -> JavaServer.start(NioEcho.class);
            case RSOCKET -> JavaServer.start(RSocketTcp.class);
            case QUARKUS -> JavaServer.start(project.resolve(QUARKUS_APPLICATION));
            case COMETD -> JavaServer.start(CometDServer.class);
        };
    }
}
