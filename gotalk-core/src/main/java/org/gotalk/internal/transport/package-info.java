/**
 * Transports that need no network of their own: the in-memory pipe, and WebSocket framing over the channel of a container
 * or a client.
 */
@NullMarked
package org.gotalk.internal.transport;

import org.jspecify.annotations.NullMarked;
