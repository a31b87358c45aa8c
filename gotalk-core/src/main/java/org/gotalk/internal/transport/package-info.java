/**
 * Transports without a network: the in-memory pipe, and WebSocket framing over the channel of a container
 * or client.
 */
@NullMarked
package org.gotalk.internal.transport;

import org.jspecify.annotations.NullMarked;
