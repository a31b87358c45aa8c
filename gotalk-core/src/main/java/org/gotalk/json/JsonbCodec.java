package org.gotalk.json;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.gotalk.PayloadCodec;
import org.gotalk.PayloadException;
import org.jspecify.annotations.Nullable;

/** Payloads as JSON text in UTF-8, which is what typed operations of all Gotalk peers speak. */
public final class JsonbCodec implements PayloadCodec {

    private static final int SHOWN = 200;

    private final Jsonb jsonb;

    /** With the JSON-B implementation that the class path offers, in its default configuration. */
    public JsonbCodec() {
        this(JsonbBuilder.create());
    }

    /** With a JSON-B of one's own; it must be safe for use by many threads, as JSON-B asks of implementations. */
    public JsonbCodec(Jsonb jsonb) {
        this.jsonb = jsonb;
    }

    @Override
    public byte[] encode(@Nullable Object value) {
        try {
            return (value == null ? "null" : jsonb.toJson(value)).getBytes(StandardCharsets.UTF_8);
        } catch (JsonbException | IllegalStateException e) {
            throw new PayloadException("cannot write " + typeName(value) + " as JSON: " + e.getMessage(), e);
        }
    }

    @Override
    public @Nullable Object decode(byte[] payload, Type type) {
        String json = new String(payload, StandardCharsets.UTF_8);
        if (json.isBlank()) {
            throw new PayloadException("payload is empty, expected JSON for " + type.getTypeName());
        }
        try {
            return jsonb.fromJson(json, type);
        } catch (RuntimeException e) {
            // Implementations let more than JsonbException through: parsers, constructors and converters of their own.
            throw new PayloadException("payload is not JSON for " + type.getTypeName() + ": " + shortened(json), e);
        }
    }

    private static String typeName(@Nullable Object value) {
        return value == null ? "null" : value.getClass().getName();
    }

    private static String shortened(String json) {
        return json.length() <= SHOWN ? json : json.substring(0, SHOWN) + "…";
    }
}
