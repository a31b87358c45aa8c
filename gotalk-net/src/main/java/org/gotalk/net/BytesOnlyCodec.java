package org.gotalk.net;

import java.lang.reflect.Type;
import org.gotalk.PayloadCodec;
import org.gotalk.PayloadException;
import org.jspecify.annotations.Nullable;

/** Stands in where no JSON-B is on the class path: payloads of bytes need none, and whoever needs one is told. */
final class BytesOnlyCodec implements PayloadCodec {

    private final Throwable absence;

    BytesOnlyCodec(Throwable absence) {
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
                what + " travels as JSON, for which an implementation of JSON-B is missing on the class path, such as"
                        + " org.eclipse:yasson; byte[] travels without",
                absence);
    }
}
