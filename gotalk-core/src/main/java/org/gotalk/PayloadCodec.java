package org.gotalk;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Turns values into payloads and back. The default is JSON by a JSON-B implementation, which is what Gotalk peers in
 * other languages expect of typed operations.
 *
 * <p>Implementations are safe for use by many threads at once. {@code byte[]} never comes here: it is the payload.
 */
public interface PayloadCodec {

    /**
     * The payload of a value; {@code null} stands for a handler's result that is {@code null}.
     *
     * @throws PayloadException when the value cannot be encoded
     */
    byte[] encode(@Nullable Object value);

    /**
     * The value of a payload.
     *
     * @return the value; {@code null} where the payload says so
     * @throws PayloadException when the payload is not a {@code type}; its message may be shown to the peer
     */
    @Nullable
    Object decode(byte[] payload, Type type);
}
