package org.gotalk.bench.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Messages on a connection, both ways. */
interface Link extends Outgoing {

    /** Goes through what came, and leaves what is incomplete. */
    void read(ByteBuffer in, Consumer<Incoming> receiver) throws IOException;
}
