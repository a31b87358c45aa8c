/** A WebSocket server for tests: RFC 6455 over blocking sockets, and no more of it than is needed. */
@NullMarked
package org.gotalk.testing.websocket;

import org.jspecify.annotations.NullMarked;
