package org.gotalk.jakarta.internal.websocket;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says to pages who they are and whether they may connect. Browsers do not show a page why a handshake failed, so it asks
 * here: a server that wants a sign-in answers 401, 403 or a form, and one that is there says so.
 */
public final class StatusServlet extends HttpServlet {

    /** The name below the path of each endpoint. */
    public static final String NAME = "status";

    private static final long serialVersionUID = 1L;

    private final transient HandshakeGate gate;

    /** The status of the endpoints behind a gate. */
    public StatusServlet(HandshakeGate gate) {
        this.gate = gate;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Vary", "Origin");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (!gate.permits(request)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else {
            allowOrigin(request, response);
            send(status(request), request, response);
        }
    }

    /** Only pages whose origin may connect get to read the answer; those of the same origin send none. */
    private static void allowOrigin(HttpServletRequest request, HttpServletResponse response) {
        String origin = request.getHeader("Origin");
        if (origin != null) {
            response.setHeader("Access-Control-Allow-Origin", origin);
            response.setHeader("Access-Control-Allow-Credentials", "true");
        }
    }

    private String status(HttpServletRequest request) {
        boolean isDraining = gate.isClosed();
        String user = Optional.ofNullable(request.getUserPrincipal())
                .map(Principal::getName)
                .map(StatusServlet::quoted)
                .orElse("null");
        return "{\"user\":" + user + ",\"mayConnect\":" + !isDraining + ",\"draining\":" + isDraining + "}\n";
    }

    private static void send(String json, HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json; charset=utf-8");
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    private static String quoted(String text) {
        return text.chars()
                .mapToObj(each -> each == '"' || each == '\\' || each < ' '
                        ? "\\u%04x".formatted(each)
                        : Character.toString(each))
                .collect(Collectors.joining("", "\"", "\""));
    }
}
