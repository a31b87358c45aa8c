package org.gotalk.net.internal.reconnect;

import java.util.concurrent.CompletionStage;
import org.gotalk.internal.engine.EngineSock;

/** Makes connections that are of use. Neither step blocks, or throws. */
public interface Connector {

    /** Connects, up to and including the handshake. */
    CompletionStage<EngineSock> connect();

    /** Does what is to be done on each new connection before anything else; where that fails, it is closed. */
    CompletionStage<?> prepare(EngineSock connection);
}
