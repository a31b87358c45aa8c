package org.gotalk.jakarta.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gotalk.Handlers;
import org.gotalk.Sock;
import org.gotalk.internal.engine.Engine;
import org.gotalk.internal.engine.EngineBuilder;
import org.gotalk.test.internal.ManualScheduler;
import org.gotalk.testing.LogLines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of a session that a container opens. */
class GotalkServerTest {

    private static final int MAX_MESSAGE = 1024;

    private final List<String> notes = new ArrayList<>();
    private final ManualScheduler time = new ManualScheduler();
    private final HandshakeGate gate = new HandshakeGate(OriginPolicy.parse(""), TrustedProxies.parse(""));
    private final Engine engine = new EngineBuilder(Handlers::create)
            .executor(task -> notes.add("a task"))
            .scheduler(time)
            .build();
    private final GotalkServer server = new GotalkServer(
            engine,
            gate,
            MAX_MESSAGE,
            1,
            new SessionCloser(Runnable::run, Runnable::run, time, Duration.ofSeconds(1), () -> {}),
            new CallerCapture(() -> Runnable::run, Set.of(), HandshakeContents.LEAST));

    private final Session session = fake(Session.class, (proxy, method, arguments) -> switch (method.getName()) {
        case "getBasicRemote" -> fake(RemoteEndpoint.Basic.class, (remote, ignored, none) -> null);
        case "getAsyncRemote" -> fake(RemoteEndpoint.Async.class, (remote, ignored, none) -> null);
        case "getNegotiatedSubprotocol" -> "gotalk.v1";
        case "isOpen" -> true;
        case "close" -> closed((CloseReason) arguments[0]);
        default -> null;
    });

    private @Nullable Object closed(CloseReason reason) {
        notes.add(reason.getCloseCode().getCode() + " " + reason.getReasonPhrase());
        return null;
    }

    /** Opens the session as containers do: the filter, the configurator, the endpoint. */
    private void open(Handlers handlers) throws Exception {
        ServerEndpointConfig endpoint =
                server.listen(fake(ServerContainer.class, (proxy, method, args) -> null), "/talk", handlers);
        gate.handle(request(), null, Map.of(), (admitted, answer) -> {
            gate.prepare(this::prepare);
            endpoint.getConfigurator()
                    .modifyHandshake(endpoint, fake(HandshakeRequest.class, (proxy, method, args) -> null), null);
        });
        SessionEndpoint object = instance(endpoint);
        object.onOpen(session, endpoint);
    }

    private static SessionEndpoint instance(ServerEndpointConfig endpoint) throws InstantiationException {
        return endpoint.getConfigurator().getEndpointInstance(SessionEndpoint.class);
    }

    private void prepare(Sock sock) {
        throw new IllegalArgumentException("no constructor");
    }

    private static HttpServletRequest request() {
        return fake(HttpServletRequest.class, (proxy, method, args) -> switch (method.getName()) {
            case "getHeader" -> args[0].equals("Upgrade") ? "websocket" : null;
            case "getHeaders" -> Collections.emptyEnumeration();
            case "getRemoteAddr" -> "192.0.2.1";
            case "getRemotePort" -> 5000;
            case "getContextPath", "getServletPath" -> "/talk";
            case "getParameterMap" -> Map.of();
            case "getServerPort" -> 9080;
            case "isSecure" -> false;
            default -> null;
        });
    }

    @Test
    void aConnectionWhoseEndpointCannotBeCreatedIsClosedAndLogged() throws Exception {
        try (LogLines log = new LogLines("org.gotalk.websocket")) {
            open(Handlers.create());

            assertThat(notes).containsExactly("1011 the endpoint could not be created");
            assertThat(log.further()).contains("a connection from 192.0.2.1:5000 cannot begin");
        }
    }

    @Test
    void aSessionOfAnApplicationThatStopsIsClosedAsThat() throws Exception {
        engine.close();

        open(Handlers.create());

        assertThat(notes).containsExactly("1012 the application stops");
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(GotalkServerTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
