package org.gotalk.bench.load;

import java.util.function.Supplier;

/**
 * What is asked.
 *
 * @param path of the WebSocket; empty for a stream of bytes
 * @param dialect makes one for each connection
 */
public record Target(String host, int port, String path, Supplier<Dialect> dialect) {}
