package org.gotalk.jakarta.script;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * One file that the servlet serves, in both of its content codings.
 *
 * @param contentType its media type
 * @param plain as it is
 * @param gzipped compressed
 */
record Script(String contentType, Representation plain, Representation gzipped) {

    static final String GZIP = "gzip";

    static Script of(String contentType, byte[] bytes) {
        return new Script(contentType, new Representation("", bytes), new Representation(GZIP, gzip(bytes)));
    }

    static Script of(String contentType, String text) {
        return of(contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream gzipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new BestGzip(gzipped)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return gzipped.toByteArray();
    }

    /** Done once and sent often, so it may take its time. */
    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
