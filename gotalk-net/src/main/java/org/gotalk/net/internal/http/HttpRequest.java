package org.gotalk.net.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.List;
import org.gotalk.spi.Frame;

/** A request without a body, as it is written. */
public final class HttpRequest {

    private static final ByteBuffer NO_BODY = ByteBuffer.allocate(0);

    private final StringBuilder head = new StringBuilder();

    /**
     * A request without headers.
     *
     * @param target the path and query, or for {@code CONNECT} host and port
     */
    public HttpRequest(String method, String target) {
        head.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
    }

    /** Adds a header. */
    public HttpRequest header(String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
        return this;
    }

    /** What is sent. */
    public List<Frame> frames() {
        return List.of(new Frame(ByteBuffer.wrap((head + "\r\n").getBytes(ISO_8859_1)), NO_BODY));
    }
}
