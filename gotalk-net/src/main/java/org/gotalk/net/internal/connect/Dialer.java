package org.gotalk.net.internal.connect;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.gotalk.spi.Transport;

/** Connects to one address over the network. */
public interface Dialer {

    /** Connects without blocking; the stage fails with the cause. */
    CompletionStage<Transport> dial(Duration timeout);
}
