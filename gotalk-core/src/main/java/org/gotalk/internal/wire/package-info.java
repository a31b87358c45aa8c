/**
 * From bytes to messages and back. The {@link org.gotalk.internal.wire.Decoder} decodes bytes, split anywhere, to {@link
 * org.gotalk.internal.wire.message.Message}s; {@link org.gotalk.internal.wire.EncodedMessage} is an encoded message.
 *
 * <p>No threads, no I/O, no policy: the engine decides what a message means.
 */
@NullMarked
package org.gotalk.internal.wire;

import org.jspecify.annotations.NullMarked;
