package org.gotalk.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.gotalk.ConnectFailedException;
import org.gotalk.Handlers;
import org.gotalk.testing.Certificates;
import org.gotalk.testing.Certificates.Holder;
import org.gotalk.testing.websocket.GotalkServer;
import org.gotalk.testing.websocket.WebSocketServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WebSockets over TLS. */
class SecureWebSocketsTest {

    private static final long LONGEST_SECONDS = 20;

    @AutoClose
    private final Gotalk client = Gotalk.create();

    private final Tls trusting = Tls.defaults().trust(Certificates.authority());
    private GotalkServer server;

    SecureWebSocketsTest() throws Exception {}

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private void serving(Holder holder) throws Exception {
        serving(WebSocketServer.secured(identity(holder).context()));
    }

    private Tls identity(Holder holder) throws Exception {
        return trusting.identity(Certificates.identity(holder), Certificates.PASSWORD);
    }

    /** The JDK may try again where one attempt fails. */
    private void serving(WebSocketServer sockets) {
        server = new GotalkServer(sockets, Handlers.create().handle("greet", String.class, name -> "Hello " + name))
                .acceptingAll();
    }

    private String greeting(Tls tls) throws Exception {
        return client.connectAsync(server.address(), ConnectOptions.defaults().tls(tls))
                .toCompletableFuture()
                .get(LONGEST_SECONDS, TimeUnit.SECONDS)
                .request("greet", "Ann", String.class);
    }

    private void assertRefused(Tls tls, String why) {
        assertThatThrownBy(() -> greeting(tls))
                .cause()
                .isInstanceOf(ConnectFailedException.class)
                .hasMessageStartingWith("cannot connect to " + server.address() + ": " + why);
    }

    @Test
    void aServerWithACertificateThatIsTrustedIsReached() throws Exception {
        serving(Holder.LOCALHOST);
        assertThat(greeting(trusting)).isEqualTo("Hello Ann");
    }

    @Test
    void aServerThatIsNotTrustedIsNotSpokenTo() throws Exception {
        serving(Holder.LOCALHOST);
        assertRefused(Tls.defaults(), "the issuer of the peer's certificate is not trusted");
    }

    @Test
    void aServerWithACertificateOfAnotherHostIsNotSpokenTo() throws Exception {
        serving(Holder.ELSEWHERE);
        assertRefused(trusting, "the peer's certificate does not match the host");
    }

    @Test
    void theHostIsNotLookedAtWhereThatIsSaid() throws Exception {
        serving(Holder.ELSEWHERE);
        assertThat(greeting(trusting.hostnameCheck(false))).isEqualTo("Hello Ann");
    }

    @Test
    void withoutALookAtTheHostTrustIsAskedForNevertheless() throws Exception {
        serving(Holder.ELSEWHERE);
        assertRefused(Tls.defaults().hostnameCheck(false), "the issuer of the peer's certificate is not trusted");
    }

    @Test
    void aCertificateThatHasExpiredIsNotTrusted() throws Exception {
        serving(Holder.EXPIRED);
        assertRefused(trusting, "the peer's certificate or one of its issuers has expired");
    }

    @Test
    void aServerThatAsksForACertificateIsShownOne() throws Exception {
        serving(WebSocketServer.secured(identity(Holder.LOCALHOST).context()).askingForCertificates());
        assertThat(greeting(identity(Holder.ANN))).isEqualTo("Hello Ann");
    }

    /** What the server says of it may get lost: it hangs up while the client still talks. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void withoutTheCertificateThatIsAskedForThereIsNoConnection(String version) throws Exception {
        serving(WebSocketServer.secured(identity(Holder.LOCALHOST).context()).askingForCertificates());
        assertRefused(trusting.protocols(version), "");
    }

    @Test
    void theHostIsNotLookedAtWithAContextOfSomebodyElseEither() throws Exception {
        serving(Holder.ELSEWHERE);
        assertThat(greeting(Tls.of(trusting.context()).hostnameCheck(false))).isEqualTo("Hello Ann");
    }
}
