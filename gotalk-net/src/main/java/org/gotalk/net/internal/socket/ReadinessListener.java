package org.gotalk.net.internal.socket;

import java.io.IOException;
import java.nio.channels.SelectionKey;

/** Told by a {@link SelectorLoop}, on its thread, that a channel can go on. */
interface ReadinessListener {

    /** What the key waits for is there. A failure ends the channel. */
    void ready(SelectionKey key) throws IOException;

    /** The channel is of no further use, or its loop has ended. */
    void broken(IOException cause);
}
