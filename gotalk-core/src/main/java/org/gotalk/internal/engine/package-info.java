/**
 * One connection: its life cycle (handshake, heartbeats, timeouts, drain, close) and what it is assembled of. Each message
 * of the peer enters by the {@link org.gotalk.internal.engine.MessageDispatcher}. May use all other rooms of the engine.
 */
@NullMarked
package org.gotalk.internal.engine;

import org.jspecify.annotations.NullMarked;
