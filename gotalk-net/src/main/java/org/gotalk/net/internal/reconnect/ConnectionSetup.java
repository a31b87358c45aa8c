package org.gotalk.net.internal.reconnect;

import java.util.concurrent.CompletionStage;
import org.gotalk.Sock;

/** What is to be done on each new connection before anything else is sent on it, for example to sign in. */
@FunctionalInterface
public interface ConnectionSetup {

    /** Prepares a connection, on a thread that may block; done when the stage completes. */
    CompletionStage<?> prepare(Sock connection) throws Exception;
}
