package org.gotalk.jakarta.internal.endpoint;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Opens the WebSocket of a handshake that has been admitted. */
public interface EndpointOpener {

    /** Answers the handshake. */
    void open(EndpointClass endpoint, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException;
}
