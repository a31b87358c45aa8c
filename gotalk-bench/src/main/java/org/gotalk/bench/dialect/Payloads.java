package org.gotalk.bench.dialect;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;

/** Payloads of requests. All cases send the same. */
public final class Payloads {

    private Payloads() {}

    /** So many bytes. */
    public static ByteBuffer bytes(int size) {
        return ascii("x".repeat(size));
    }

    /** An object as JSON, of so many bytes. */
    public static ByteBuffer json(int size) {
        String empty = "{\"count\":12345,\"text\":\"\"}";
        return ascii("{\"count\":12345,\"text\":\"" + "x".repeat(size - empty.length()) + "\"}");
    }

    static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(US_ASCII)).asReadOnlyBuffer();
    }
}
