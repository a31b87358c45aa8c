package org.gotalk.net;

import java.util.concurrent.CompletionStage;
import org.gotalk.spi.Transport;

/** Makes connections to addresses of one scheme. */
interface Dialer {

    /** Begins to connect, without blocking; fails with what went wrong. */
    CompletionStage<Transport> dial(Address address, ConnectOptions options);
}
