package org.gotalk.bench.cometd;

import org.cometd.server.BayeuxServerImpl;
import org.cometd.server.websocket.jetty.JettyWebSocketTransport;
import org.eclipse.jetty.server.Context;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.gotalk.bench.server.UntilInputEnds;

/** CometD with its WebSocket transport on Jetty: a service that echoes, and the broadcast channels that any client may use. */
public final class CometDServer {

    private static final int IDLE_MILLIS = 60_000;

    private CometDServer() {}

    /** Says its port, and ends with its input. */
    public static void main(String[] args) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("localhost");
        server.addConnector(connector);
        ContextHandler context = new ContextHandler("/");
        server.setHandler(context);
        ServerWebSocketContainer container = ServerWebSocketContainer.ensure(server, context);
        context.setHandler(new WebSocketUpgradeHandler(container));
        server.start();

        BayeuxServerImpl bayeux = new BayeuxServerImpl();
        bayeux.setOption(Context.class.getName(), context.getContext());
        bayeux.setOption(BayeuxServerImpl.TRANSPORTS_OPTION, JettyWebSocketTransport.class.getName());
        bayeux.setOption("ws.cometdURLMapping", "/cometd");
        bayeux.setOption("ws.idleTimeout", IDLE_MILLIS);
        bayeux.start();
        new EchoService(bayeux);

        UntilInputEnds.serve(connector.getLocalPort());
        bayeux.stop();
        server.stop();
    }
}
