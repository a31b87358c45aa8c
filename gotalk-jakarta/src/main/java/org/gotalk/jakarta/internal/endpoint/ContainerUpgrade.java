package org.gotalk.jakarta.internal.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;

/** How a container makes a WebSocket of a request. */
public interface ContainerUpgrade {

    /** Answers a handshake. The endpoint's path has no parameters. */
    void upgrade(HttpServletRequest request, HttpServletResponse response, ServerEndpointConfig endpoint)
            throws IOException, DeploymentException;

    /** The way of a container. */
    static ContainerUpgrade of(ServerContainer container) {
        try {
            // Open Liberty refuses all requests in the standard's way: it wants the request to be a response.
            Method doUpgrade = container
                    .getClass()
                    .getMethod(
                            "doUpgrade",
                            HttpServletRequest.class,
                            HttpServletResponse.class,
                            ServerEndpointConfig.class,
                            Map.class);
            return (request, response, endpoint) -> call(container, doUpgrade, request, response, endpoint, Map.of());
        } catch (NoSuchMethodException standard) {
            return (request, response, endpoint) ->
                    container.upgradeHttpToWebSocket(request, response, endpoint, Map.of());
        }
    }

    private static void call(ServerContainer container, Method doUpgrade, Object... arguments)
            throws IOException, DeploymentException {
        try {
            doUpgrade.invoke(container, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IOException network) {
                throw network;
            }
            throw new DeploymentException("the server could not open the WebSocket: " + e.getCause(), e);
        } catch (IllegalAccessException e) {
            throw new DeploymentException("the server does not let its WebSocket be opened", e);
        }
    }
}
