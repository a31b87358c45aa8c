package org.gotalk.net.internal.shared;

import java.lang.reflect.Type;
import org.gotalk.PayloadCodec;
import org.gotalk.PayloadException;
import org.jspecify.annotations.Nullable;

/**
 * The codec if JSON-B is missing on the class path: raw payloads work, other values fail with a message that says so.
 */
public final class BytesOnlyCodec implements PayloadCodec {

    private final Throwable absence;

    /** Because JSON-B is absent. */
    public BytesOnlyCodec(Throwable absence) {
        this.absence = absence;
    }

    @Override
    public byte[] encode(@Nullable Object value) {
        throw missing(value == null ? "null" : value.getClass().getSimpleName());
    }

    @Override
    public Object decode(byte[] payload, Type type) {
        throw missing(type.getTypeName());
    }

    private PayloadException missing(String what) {
        return new PayloadException(
                what + " needs JSON: add a JSON-B implementation to the class path, such as"
                        + " org.eclipse:yasson; only byte[] works without",
                absence);
    }
}
