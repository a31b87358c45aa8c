/**
 * The seam between the engine and what carries its bytes: a {@link org.gotalk.transport.Transport} takes frames and
 * tells a {@link org.gotalk.transport.TransportListener} what comes back. Here are also the in-memory {@link
 * org.gotalk.transport.Pipe}, and the two ways in which Gotalk travels in WebSocket messages.
 */
@NullMarked
package org.gotalk.internal.transport;

import org.jspecify.annotations.NullMarked;
