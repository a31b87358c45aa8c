package org.gotalk.interop;

import java.io.Closeable;
import java.io.IOException;

/** Sockets of the JDK that block, of one kind. */
interface RawSockets extends Closeable {

    /** Where {@link #accept} finds those who connect. */
    String address() throws IOException;

    /** Where a Java peer may listen. */
    String freeAddress() throws IOException;

    /** The next one who has connected. */
    RawEnd accept() throws IOException;

    /** Connects to a Java peer. */
    RawEnd connect(String address) throws IOException;
}
