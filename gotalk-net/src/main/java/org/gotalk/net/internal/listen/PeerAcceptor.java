package org.gotalk.net.internal.listen;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletionStage;
import org.gotalk.CloseReason;

/** Begins conversations with peers that connect. */
public interface PeerAcceptor {

    /**
     * Begins a conversation, without blocking.
     *
     * @return completes when the connection has closed; fails if there was no conversation
     */
    CompletionStage<CloseReason> accept(SocketChannel channel) throws IOException;
}
