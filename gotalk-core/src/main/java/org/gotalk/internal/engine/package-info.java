/**
 * One connection: its life cycle (handshake, heartbeats, timeouts, drain, close) and its parts. The {@link
 * org.gotalk.internal.engine.MessageDispatcher} gets all messages of the peer. Uses the other packages of the engine.
 */
@NullMarked
package org.gotalk.internal.engine;

import org.jspecify.annotations.NullMarked;
