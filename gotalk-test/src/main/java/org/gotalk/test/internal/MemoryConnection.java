package org.gotalk.test.internal;

import java.time.Duration;
import org.gotalk.internal.engine.EngineSock;
import org.gotalk.spi.Transport;

/**
 * A connection in memory.
 *
 * @param server the end that the application sees
 * @param client the other end, not started
 * @param log what goes over it, as seen from the client
 * @param patience the longest wait for anything
 */
public record MemoryConnection(EngineSock server, Transport client, MessageLog log, Duration patience) {}
