package org.gotalk.reach.node;

import java.lang.reflect.Type;
import org.gotalk.PayloadCodec;
import org.jspecify.annotations.Nullable;

/** {@link PayloadCodec#fromClassPath()}, looked for on first use: who uses no rooms needs no JSON-B. */
final class ClassPathCodec implements PayloadCodec {

    private volatile @Nullable PayloadCodec found;

    private PayloadCodec codec() {
        PayloadCodec known = found;
        if (known == null) {
            known = PayloadCodec.fromClassPath();
            found = known;
        }
        return known;
    }

    @Override
    public byte[] encode(@Nullable Object value) {
        return codec().encode(value);
    }

    @Override
    public @Nullable Object decode(byte[] payload, Type type) {
        return codec().decode(payload, type);
    }
}
