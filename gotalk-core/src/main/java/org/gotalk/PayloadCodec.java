package org.gotalk;

import java.lang.reflect.Type;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Turns values into payloads and back. The default is JSON by a JSON-B implementation, which is what Gotalk peers in
 * other languages expect of typed operations.
 *
 * <p>Implementations are safe for use by many threads at once. {@code byte[]} never comes here: it is the payload.
 */
public interface PayloadCodec {

    /**
     * The codec that the class path offers by {@link ServiceLoader}: JSON by JSON-B, as Gotalk brings it.
     *
     * @throws java.util.ServiceConfigurationError when JSON-B or its implementation is missing
     */
    static PayloadCodec fromClassPath() {
        return ServiceLoader.load(PayloadCodec.class, PayloadCodec.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no PayloadCodec on the class path"));
    }

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
