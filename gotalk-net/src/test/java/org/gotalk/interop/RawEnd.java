package org.gotalk.interop;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.OptionalInt;

/** The test's end of a connection, as streams that block. Closing it is going without a word. */
interface RawEnd extends Closeable {

    InputStream in();

    OutputStream out();

    /** With which the Java peer has closed the connection, where the transport carries codes. */
    default OptionalInt closeCode() {
        return OptionalInt.empty();
    }

    /** An end that is two streams, and what is closed with them. */
    static RawEnd of(InputStream in, OutputStream out, Closeable connection) {
        return new RawEnd() {
            @Override
            public InputStream in() {
                return in;
            }

            @Override
            public OutputStream out() {
                return out;
            }

            @Override
            public void close() throws IOException {
                connection.close();
            }
        };
    }
}
