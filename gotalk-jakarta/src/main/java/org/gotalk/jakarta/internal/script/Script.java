package org.gotalk.jakarta.internal.script;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * One file that the servlet serves, in both of its content codings.
 *
 * @param contentType its media type
 * @param plain the uncompressed file
 * @param gzipped the file compressed with gzip
 */
record Script(String contentType, Representation plain, Representation gzipped) {

    static final String GZIP = "gzip";

    static Script of(String contentType, byte[] plain, byte[] gzipped) {
        return new Script(contentType, new Representation("", plain), new Representation(GZIP, gzipped));
    }

    /** Loads a file and its compressed form from this jar. */
    static Script load(String contentType, String name) throws IOException {
        return of(contentType, read(name), read(name + ".gz"));
    }

    private static byte[] read(String name) throws IOException {
        try (@Nullable InputStream in = Script.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException(name + " is not in the jar of gotalk-jakarta");
            }
            return in.readAllBytes();
        }
    }
}
