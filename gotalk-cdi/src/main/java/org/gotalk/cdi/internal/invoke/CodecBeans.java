package org.gotalk.cdi.internal.invoke;

import jakarta.enterprise.inject.Instance;
import jakarta.json.bind.JsonbConfig;
import java.util.Optional;
import org.gotalk.PayloadCodec;
import org.gotalk.json.JsonbCodec;

/** The codec of an application that has one as a bean. */
final class CodecBeans {

    private CodecBeans() {}

    /** A bean of the codec, or else JSON as a bean configures it. More than one of a kind fails the deployment. */
    static Optional<PayloadCodec> in(Instance<Object> lookup) {
        Instance<PayloadCodec> codecs = lookup.select(PayloadCodec.class);
        if (!codecs.isUnsatisfied()) {
            return Optional.of(codecs.get());
        }
        return hasJsonB() ? Json.in(lookup) : Optional.empty();
    }

    private static boolean hasJsonB() {
        try {
            Class.forName("jakarta.json.bind.JsonbConfig", false, CodecBeans.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Loaded only where the server has JSON-B. */
    private static final class Json {

        static Optional<PayloadCodec> in(Instance<Object> lookup) {
            Instance<JsonbConfig> configs = lookup.select(JsonbConfig.class);
            return configs.isUnsatisfied() ? Optional.empty() : Optional.of(new JsonbCodec(configs.get()));
        }
    }
}
