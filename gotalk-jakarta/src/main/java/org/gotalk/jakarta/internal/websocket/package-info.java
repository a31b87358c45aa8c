/**
 * The WebSocket endpoint: checks handshakes, and adapts sessions of the container to transports of the engine. Internal
 * to this module.
 */
@NullMarked
package org.gotalk.jakarta.internal.websocket;

import org.jspecify.annotations.NullMarked;
