/**
 * Bytes and messages of protocol version 1. The {@link org.gotalk.internal.wire.Decoder} takes bytes in any split and emits
 * {@link org.gotalk.internal.wire.Message}s; {@link org.gotalk.internal.wire.EncodedMessage} is a message as bytes.
 *
 * <p>No threads, no I/O, no policy: what a message means to a connection is decided elsewhere.
 */
@NullMarked
package org.gotalk.internal.wire;

import org.jspecify.annotations.NullMarked;
