package org.gotalk.net.internal.reconnect;

import java.util.concurrent.CompletionStage;
import org.gotalk.internal.engine.EngineSock;

/** Makes connections that carry one session after the other. */
public final class SessionConnector implements Connector {

    private final Connector connector;
    private final ClientSession session;

    /** @param connector makes the connections */
    public SessionConnector(Connector connector, ClientSession session) {
        this.connector = connector;
        this.session = session;
    }

    @Override
    public CompletionStage<EngineSock> connect() {
        return connector.connect();
    }

    /** The set-up comes first: a session belongs to the user who signs in there. */
    @Override
    public CompletionStage<?> prepare(EngineSock connection) {
        return connector.prepare(connection).thenCompose(done -> session.continueOver(connection));
    }
}
