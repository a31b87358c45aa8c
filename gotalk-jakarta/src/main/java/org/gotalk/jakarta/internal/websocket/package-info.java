/**
 * The WebSocket side: who may connect, and how a session of the container becomes a transport of the engine. Internal
 * to this module.
 */
@NullMarked
package org.gotalk.jakarta.internal.websocket;

import org.jspecify.annotations.NullMarked;
