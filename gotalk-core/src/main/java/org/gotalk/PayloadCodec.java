package org.gotalk;

import java.lang.reflect.Type;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Encodes values as payloads and decodes them. The default is JSON by JSON-B, which Gotalk peers in other languages
 * expect of typed operations.
 *
 * <p>Implementations must be thread-safe. They never see {@code byte[]}, which is the payload itself.
 */
public interface PayloadCodec {

    /**
     * The codec that {@link ServiceLoader} finds on the class path: Gotalk's {@link org.gotalk.json.JsonbCodec}.
     *
     * @throws java.util.ServiceConfigurationError if JSON-B or its implementation is missing
     */
    static PayloadCodec fromClassPath() {
        return ServiceLoader.load(PayloadCodec.class, PayloadCodec.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no PayloadCodec on the class path"));
    }

    /**
     * Encodes a value; {@code null} if the handler's result is {@code null}.
     *
     * @throws PayloadException if the value cannot be encoded
     */
    byte[] encode(@Nullable Object value);

    /**
     * Decodes a payload.
     *
     * @return the value; {@code null} if the payload encodes null
     * @throws PayloadException if the payload is not a {@code type}; its message may be sent to the peer
     */
    @Nullable
    Object decode(byte[] payload, Type type);
}
