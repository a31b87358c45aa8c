package org.gotalk.jakarta.internal.endpoint;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.websocket.server.ServerEndpointConfig.Configurator;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A class of the application that is an endpoint.
 *
 * @param path where it is
 */
public record EndpointClass(Class<?> type, String path) {

    private static final List<Class<? extends Annotation>> EVENTS =
            List.of(OnOpen.class, OnMessage.class, OnClose.class, OnError.class);

    PathTemplate template() {
        return new PathTemplate(path);
    }

    /**
     * Checks that it has nothing that Gotalk would pass over.
     *
     * @throws IllegalStateException if it has; the message names it, and what would be right
     */
    public void check() {
        if (!path.startsWith("/")) {
            throw new IllegalStateException(type.getName() + " is at \"" + path + "\", but a path begins with a slash");
        }
        Optional.ofNullable(type.getAnnotation(ServerEndpoint.class)).ifPresent(this::check);
        Arrays.stream(type.getDeclaredMethods())
                .filter(method -> EVENTS.stream().anyMatch(method::isAnnotationPresent))
                .findFirst()
                .ifPresent(this::refuse);
    }

    private void check(ServerEndpoint its) {
        if (its.configurator() != Configurator.class
                || its.subprotocols().length + its.encoders().length + its.decoders().length > 0) {
            throw new IllegalStateException(
                    type.getName() + " extends GotalkEndpoint, so its @ServerEndpoint has a path"
                            + " and nothing else: remove its configurator, subprotocols, encoders and decoders");
        }
    }

    private void refuse(Method method) {
        throw new IllegalStateException(type.getName() + "." + method.getName()
                + " has an annotation of jakarta.websocket, but the conversation is Gotalk's: override opened(Sock) and"
                + " closed(Sock, CloseReason), and handle messages with operations and notifications");
    }
}
