package org.gotalk.interop;

import java.io.Closeable;

/** Where a Java peer and the test meet. */
interface Meetings extends Closeable {

    /** The test's end of a new connection. The Java peer's side of it may still be under way. */
    RawEnd next() throws Exception;
}
