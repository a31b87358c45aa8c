package org.gotalk.json;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.spi.JsonProvider;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.gotalk.PayloadCodec;
import org.gotalk.PayloadException;
import org.jspecify.annotations.Nullable;

/**
 * Encodes values as JSON in UTF-8, as typed operations of all Gotalk peers do. A payload is one JSON value, nested at
 * most 200 levels deep.
 *
 * <p>The JSON-B implementation defines how a value maps to JSON. Yasson, for example, omits null properties, ignores
 * unknown ones and leaves missing ones at their defaults.
 *
 * <p>Decoding refuses numbers that do not fit their type: {@code 1.9} for an int, or {@code 1e21} for a long. It says
 * where it failed and what it expected there, {@code Numbers.raw: expected an array}, and nothing of the contents; what
 * JSON-B says is the cause. Both need an implementation that uses the given JSON-P provider, as Yasson does.
 *
 * <p>JSON-B gets readers of strings instead of streams: Yasson (in Open Liberty 26.0.0.3, an object of 100 bytes) reads
 * a string in 350 ns and 1 KB, and writes one in 270 ns and 1 KB. Streams take three to four times as long and 9 KB, for
 * the buffers of their charset coders.
 */
public final class JsonbCodec implements PayloadCodec {

    private final Jsonb jsonb;

    /** Uses the JSON-B implementation on the class path, with the {@link #defaultConfig()}. */
    public JsonbCodec() {
        this(defaultConfig());
    }

    /**
     * Uses the JSON-B implementation on the class path.
     *
     * @param config the configuration; {@link #defaultConfig()} is one to start with
     */
    @SuppressWarnings("exports") // who has a configuration of one's own requires its module
    public JsonbCodec(JsonbConfig config) {
        this(JsonbBuilder.newBuilder()
                .withConfig(config)
                .withProvider(new TracedProvider(JsonProvider.provider()))
                .build());
    }

    /**
     * Uses a configured JSON-B. Numbers are then checked, and failures located, as far as it does so by itself.
     *
     * @param jsonb thread-safe, as JSON-B requires of implementations
     */
    @SuppressWarnings("exports") // callers with their own JSON-B require its module
    public JsonbCodec(Jsonb jsonb) {
        this.jsonb = jsonb;
    }

    /**
     * A new copy of the default configuration: that of JSON-B, but with dates ({@link java.util.Date}) as instants,
     * which JavaScript reads.
     */
    @SuppressWarnings("exports")
    public static JsonbConfig defaultConfig() {
        return new JsonbConfig().withAdapters(new DateAdapter());
    }

    @Override
    public byte[] encode(@Nullable Object value) {
        try {
            return (value == null ? "null" : jsonb.toJson(value)).getBytes(StandardCharsets.UTF_8);
        } catch (RuntimeException | StackOverflowError e) {
            throw new PayloadException("cannot write " + typeName(value) + " as JSON", e);
        }
    }

    @Override
    public @Nullable Object decode(byte[] payload, Type type) {
        JsonSource source = new JsonSource(JsonText.of(payload));
        try {
            return jsonb.fromJson(source, type);
        } catch (RuntimeException e) {
            // Parsers, constructors and converters throw other exceptions than JsonbException.
            throw DecodeFailure.of(e, type, source.parser());
        }
    }

    private static String typeName(@Nullable Object value) {
        return value == null ? "null" : DecodeFailure.shortName(value.getClass());
    }
}
