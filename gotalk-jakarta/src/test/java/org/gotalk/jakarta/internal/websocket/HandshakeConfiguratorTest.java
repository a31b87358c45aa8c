package org.gotalk.jakarta.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSession;
import jakarta.websocket.Extension;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.gotalk.Peer;
import org.gotalk.jakarta.internal.signin.SignIn;
import org.gotalk.jakarta.internal.signin.SignOnCookies;
import org.junit.jupiter.api.Test;

class HandshakeConfiguratorTest {

    private static final Principal ADA = () -> "ada";

    private static final HttpSession SESSION = (HttpSession) Proxy.newProxyInstance(
            HandshakeConfiguratorTest.class.getClassLoader(),
            new Class<?>[] {HttpSession.class},
            (proxy, method, arguments) -> null);

    private final List<Executor> captured = new ArrayList<>();
    private final HandshakeGate gate = new HandshakeGate(OriginPolicy.parse(""), TrustedProxies.parse(""));
    private final HandshakeConfigurator handshake = new HandshakeConfigurator(
            gate, new CallerCapture(this::capture, Set.of("editors", "readers"), HandshakeContents.LEAST), () -> null);

    private Executor capture() {
        Executor context = Runnable::run;
        captured.add(context);
        return context;
    }

    @Test
    void theContextOfAUsersHandshakeIsCapturedOnce() {
        HandshakePeer caller = HandshakeConfigurator.takeCaller(shake(ADA));

        assertThat(caller.peer().principal()).contains(ADA);
        assertThat(captured).hasSize(1);
        assertThat(caller.context()).containsSame(captured.get(0));
        assertThat(caller.signIn())
                .contains(new SignIn(Optional.of(SESSION), false, ADA.getName(), SignOnCookies.NONE));
    }

    @Test
    void whereNobodySignedInNothingIsCaptured() {
        HandshakePeer caller = HandshakeConfigurator.takeCaller(shake(null));

        assertThat(caller.peer().principal()).isEmpty();
        assertThat(caller.context()).isEmpty();
        assertThat(caller.signIn()).isEmpty();
        assertThat(captured).isEmpty();
    }

    @Test
    void messagesAreNotCompressed() {
        Extension deflate = (Extension) Proxy.newProxyInstance(
                Extension.class.getClassLoader(), new Class<?>[] {Extension.class}, (proxy, method, args) -> null);

        assertThat(handshake.getNegotiatedExtensions(List.of(deflate), List.of(deflate)))
                .isEmpty();
    }

    @Test
    void nothingIsLeftInThePropertiesThatContainersKeep() {
        ServerEndpointConfig config = shake(ADA);

        HandshakePeer unused = HandshakeConfigurator.takeCaller(config);

        assertThat(config.getUserProperties()).isEmpty();
    }

    @Test
    void theRolesThatHandlersAskForAreLookedUpAtOnce() {
        Peer ada = HandshakeConfigurator.takeCaller(shake(ADA)).peer();

        assertThat(ada.isInRole("editors")).isTrue();
        assertThat(ada.isInRole("readers")).isFalse();
        assertThat(ada.isInRole("**")).isTrue();
        assertThat(HandshakeConfigurator.takeCaller(shake(null)).peer().isInRole("**"))
                .isFalse();
    }

    private ServerEndpointConfig shake(Principal user) {
        ServerEndpointConfig config = ServerEndpointConfig.Builder.create(SessionEndpoint.class, "/gotalk")
                .configurator(handshake)
                .build();
        handshake.modifyHandshake(config, requestOf(user), null);
        return config;
    }

    private static HandshakeRequest requestOf(Principal user) {
        Class<?>[] types = {HandshakeRequest.class};
        return (HandshakeRequest) Proxy.newProxyInstance(
                HandshakeConfiguratorTest.class.getClassLoader(),
                types,
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getUserPrincipal" -> user;
                    case "isUserInRole" -> arguments[0].equals("editors");
                    case "getHttpSession" -> SESSION;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
