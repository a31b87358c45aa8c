package org.gotalk.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Authenticator;
import java.net.InetAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.gotalk.ConnectFailedException;
import org.gotalk.Handlers;
import org.gotalk.Sock;
import org.gotalk.testing.Certificates;
import org.gotalk.testing.Certificates.Holder;
import org.gotalk.testing.websocket.GotalkServer;
import org.gotalk.testing.websocket.HttpProxy;
import org.gotalk.testing.websocket.ServerSide;
import org.gotalk.testing.websocket.WebSocketServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** WebSockets through HTTP proxies, and hosts that only such a proxy of the tests knows. */
class ProxiesTest {

    private static final String WANTS_BASIC =
            "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"the house\"";
    private static final String ANN = "Basic YW5uOnNlY3JldA=="; // ann:secret

    private final Handlers handlers = Handlers.create().handle("greet", String.class, name -> "Hello " + name);
    private final List<AutoCloseable> open = new ArrayList<>();

    @AutoClose
    private final Gotalk client = Gotalk.create();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    private WebSocketServer serving(WebSocketServer sockets) {
        open.add(new GotalkServer(sockets, handlers).acceptingAll());
        return sockets;
    }

    private HttpProxy opened(HttpProxy proxy) {
        open.add(proxy);
        return proxy;
    }

    private Sock connected(String address, ConnectOptions options) throws Exception {
        return client.connectAsync(address, options).toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private Throwable failure(String address, ConnectOptions options) throws Exception {
        try {
            connected(address, options);
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(ConnectFailedException.class);
            return e.getCause();
        }
        throw new AssertionError("connected");
    }

    private static Authenticator ann(List<String> asked) {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                asked.add(getRequestorType() + " " + getRequestingScheme() + " " + getRequestingPrompt());
                return new PasswordAuthentication("ann", "secret".toCharArray());
            }
        };
    }

    @Test
    void aWebSocketGoesThroughTheProxyThatIsSelected() throws Exception {
        WebSocketServer sockets = serving(new WebSocketServer());
        HttpProxy proxy = opened(HttpProxy.to(sockets.address().getPort()));
        Sock sock =
                connected("ws://chat.example/gotalk", ConnectOptions.defaults().proxy(proxy.selector()));
        assertThat(sock.request("greet", "Ann", String.class)).isEqualTo("Hello Ann");
        assertThat(proxy.heads()).containsExactly("CONNECT chat.example:80 HTTP/1.1\r\nHost: chat.example:80\r\n\r\n");
    }

    @Test
    void aProxyThatWantsAUserIsTold() throws Exception {
        WebSocketServer sockets = serving(new WebSocketServer());
        HttpProxy proxy = opened(HttpProxy.to(sockets.address().getPort(), ANN, WANTS_BASIC));
        List<String> asked = new ArrayList<>();
        ConnectOptions options =
                ConnectOptions.defaults().proxy(proxy.selector()).proxyCredentials(ann(asked));
        Sock sock = connected("ws://[2001:db8::1]:9080/gotalk", options);
        assertThat(sock.request("greet", "Ann", String.class)).isEqualTo("Hello Ann");
        assertThat(asked).containsExactly("PROXY Basic the house");
        assertThat(proxy.heads()).hasSize(2).allMatch(head -> head.startsWith("CONNECT [2001:db8::1]:9080 "));
        assertThat(options.toString()).doesNotContain("secret");
    }

    @Test
    void withoutTheRightUserTheProxysAnswerIsTold() throws Exception {
        HttpProxy proxy = opened(HttpProxy.to(0, "Basic of somebody else", WANTS_BASIC));
        ConnectOptions options = ConnectOptions.defaults().proxy(proxy.selector());
        String why =
                "the proxy answered 407: it requires a user and a password, and takes no others: see ConnectOptions.proxyCredentials";
        assertThat(failure("ws://chat.example/gotalk", options)).hasMessageEndingWith(why);
        assertThat(failure("ws://chat.example/gotalk", options.proxyCredentials(ann(new ArrayList<>()))))
                .hasMessageEndingWith(why);
    }

    @Test
    void aProxyThatDoesNotConnectIsTold() throws Exception {
        HttpProxy proxy = opened(HttpProxy.to(0, "nothing", "403 Forbidden"));
        assertThat(failure("ws://chat.example/", ConnectOptions.defaults().proxy(proxy.selector())))
                .hasMessageEndingWith("the proxy answered 403: it does not allow connections to this host or port");
    }

    @Test
    void noProxyIsUsedWhereNoneIsSelected() throws Exception {
        WebSocketServer sockets = serving(new WebSocketServer());
        Sock sock = connected(
                sockets.address().toString(), ConnectOptions.defaults().proxy(ProxySelector.of(null)));
        assertThat(sock.request("greet", "Ann", String.class)).isEqualTo("Hello Ann");
    }

    @Test
    void theSystemsSelectorIsAskedUnlessOtherwiseSaid() throws Exception {
        WebSocketServer sockets = serving(new WebSocketServer());
        HttpProxy proxy = opened(HttpProxy.to(sockets.address().getPort()));
        System.setProperty("http.proxyHost", InetAddress.getLoopbackAddress().getHostAddress());
        System.setProperty("http.proxyPort", String.valueOf(proxy.port()));
        try {
            Sock sock = connected("ws://chat.example/gotalk", ConnectOptions.defaults());
            assertThat(sock.request("greet", "Ann", String.class)).isEqualTo("Hello Ann");
        } finally {
            System.clearProperty("http.proxyHost");
            System.clearProperty("http.proxyPort");
        }
    }

    @Test
    void aHostWithAnUnderscoreIsNamedToProxyAndServer() throws Exception {
        WebSocketServer sockets = new WebSocketServer();
        HttpProxy proxy = opened(HttpProxy.to(sockets.address().getPort()));
        open.add(sockets);
        CompletableFuture<Sock> unused = client.connectAsync(
                        "ws://my_host:9080/gotalk", ConnectOptions.defaults().proxy(proxy.selector()))
                .toCompletableFuture();
        ServerSide side = sockets.accept();
        assertThat(side.header("Host")).containsExactly("my_host:9080");
        assertThat(proxy.heads()).first().asString().startsWith("CONNECT my_host:9080 HTTP/1.1\r\n");
    }

    @Test
    void theCertificateOfSuchAHostIsLookedAt() throws Exception {
        Tls trusting = Tls.defaults().trust(Certificates.authority());
        for (Holder holder : List.of(Holder.ODD_HOST, Holder.LOCALHOST)) {
            Tls identity = trusting.identity(Certificates.identity(holder), Certificates.PASSWORD);
            WebSocketServer sockets = serving(WebSocketServer.secured(identity.context()));
            HttpProxy proxy = opened(HttpProxy.to(sockets.address().getPort()));
            ConnectOptions options =
                    ConnectOptions.defaults().proxy(proxy.selector()).tls(trusting);
            if (holder == Holder.ODD_HOST) {
                Sock sock = connected("wss://my_host/gotalk", options);
                assertThat(sock.request("greet", "Ann", String.class)).isEqualTo("Hello Ann");
            } else {
                assertThat(failure("wss://my_host/gotalk", options))
                        .hasMessageEndingWith("the peer's certificate does not match the host: no DNS name is my_host");
            }
        }
    }
}
