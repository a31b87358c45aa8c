package org.gotalk.bench.load;

import java.nio.ByteBuffer;

/**
 * What came.
 *
 * @param isText whether it is a text message
 * @param bytes from position to limit; of the reader, for the time of the call
 */
public record Incoming(boolean isText, ByteBuffer bytes) {}
