package org.gotalk.bench.load;

import java.util.function.IntFunction;

/**
 * What is asked.
 *
 * @param path of the WebSocket; empty for a stream of bytes
 * @param dialect makes one for each connection, told its room
 */
public record Target(String host, int port, String path, IntFunction<Dialect> dialect) {}
