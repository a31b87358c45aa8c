package org.gotalk.bench.war;

import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.websocket.jakarta.WebSocketEndpoint;

/** JSON-RPC with LSP4J, as its documentation shows it. */
public class JsonRpcEndpoint extends WebSocketEndpoint<JsonRpcEndpoint.Caller> {

    private static final int LONGEST_TEXT = 64 * 1024;

    /** Open Liberty says -1 for "no limit", which LSP4J takes for a length. */
    @Override
    public void onOpen(Session session, EndpointConfig config) {
        session.setMaxTextMessageBufferSize(LONGEST_TEXT);
        super.onOpen(session, config);
    }

    @Override
    protected void configure(Launcher.Builder<Caller> builder) {
        builder.setLocalService(new JsonRpcService()).setRemoteInterface(Caller.class);
    }

    /** What the other side offers: nothing. */
    public interface Caller {}
}
