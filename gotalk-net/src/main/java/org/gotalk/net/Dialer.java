package org.gotalk.net;

import java.util.concurrent.CompletionStage;
import org.gotalk.spi.Transport;

/** Connects to addresses of one scheme. */
interface Dialer {

    /** Connects without blocking; the stage fails with the cause. */
    CompletionStage<Transport> dial(Address address, ConnectOptions options);
}
