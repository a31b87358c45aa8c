package org.gotalk.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Principal;
import java.util.concurrent.TimeUnit;
import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Sock;
import org.gotalk.net.Tls.ClientCertificates;
import org.gotalk.testing.Certificates;
import org.gotalk.testing.Certificates.Holder;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Peers that talk over TLS. */
class TlsConnectionsTest {

    @AutoClose
    private final Gotalk server = Gotalk.serving(Handlers.create()
            .handle("greet", String.class, name -> "Hello " + name)
            .handle("echo", byte[].class, bytes -> bytes)
            .handle(
                    "who am I",
                    String.class,
                    (peer, nothing) ->
                            peer.peer().principal().map(Principal::getName).orElse("nobody"))
            .handle("where am I", String.class, (peer, nothing) -> peer.peer().address()));

    @AutoClose
    private final Gotalk client = Gotalk.create();

    private final Tls serverTls =
            Tls.defaults().identity(Certificates.identity(Holder.LOCALHOST), Certificates.PASSWORD);
    private final Tls askingTls = serverTls.trust(Certificates.authority());
    private final Tls clientTls = Tls.defaults().trust(Certificates.authority());
    private final Tls annsTls = clientTls.identity(Certificates.identity(Holder.ANN), Certificates.PASSWORD);

    TlsConnectionsTest() throws Exception {}

    private Sock connected(Tls tlsOfServer, Tls tlsOfClient) throws Exception {
        Listener listener =
                server.listen("tls://localhost:0", ListenOptions.defaults().tls(tlsOfServer));
        return client.connect(
                listener.address().toString(), ConnectOptions.defaults().tls(tlsOfClient));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void aClientReachesAServer(String version) throws Exception {
        Sock sock = connected(serverTls, clientTls.protocols(version));
        assertThat(sock.request("greet", "Ann", String.class)).isEqualTo("Hello Ann");
        assertThat(sock.request("where am I", "", String.class)).startsWith("tls://");
    }

    @Test
    void aKeyOfAnotherKindDoes() throws Exception {
        Tls rsa = Tls.defaults().identity(Certificates.identity(Holder.LOCALHOST_RSA), Certificates.PASSWORD);
        assertThat(connected(rsa, clientTls).request("greet", "Ann", String.class))
                .isEqualTo("Hello Ann");
    }

    @Test
    void aHostMayBeANumberThatTheCertificateHas() throws Exception {
        Listener listener =
                server.listen("tls://127.0.0.1:0", ListenOptions.defaults().tls(serverTls));
        Sock sock = client.connect(
                listener.address().toString(), ConnectOptions.defaults().tls(clientTls));
        assertThat(sock.request("greet", "Ann", String.class)).isEqualTo("Hello Ann");
    }

    @Test
    void theHostIsNotLookedAtWhereThatIsSaid() throws Exception {
        Tls elsewhere = Tls.defaults().identity(Certificates.identity(Holder.ELSEWHERE), Certificates.PASSWORD);
        Sock sock = connected(elsewhere, clientTls.hostnameCheck(false));
        assertThat(sock.request("greet", "Ann", String.class)).isEqualTo("Hello Ann");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void largePayloadsComeThroughBothWays(String version) throws Exception {
        Sock sock = connected(serverTls, clientTls.protocols(version));
        byte[] large = new byte[1 << 20];
        for (int i = 0; i < large.length; i++) {
            large[i] = (byte) (i * 31);
        }
        assertThat(sock.request("echo", large, byte[].class)).isEqualTo(large);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void theSubjectOfAClientsCertificateIsThePrincipalOfThePeer(String version) throws Exception {
        Sock sock = connected(askingTls.clientCertificates(ClientCertificates.REQUIRED), annsTls.protocols(version));
        assertThat(sock.request("who am I", "", String.class)).isEqualTo("CN=Ann,O=Gotalk");
    }

    @Test
    void aClientMayHaveNoCertificateWhereOneIsOnlyWanted() throws Exception {
        Sock sock = connected(askingTls.clientCertificates(ClientCertificates.WANTED), clientTls);
        assertThat(sock.request("who am I", "", String.class)).isEqualTo("nobody");
    }

    @Test
    void aCertificateThatIsWantedIsLookedAt() throws Exception {
        Sock sock = connected(askingTls.clientCertificates(ClientCertificates.WANTED), annsTls);
        assertThat(sock.request("who am I", "", String.class)).isEqualTo("CN=Ann,O=Gotalk");
    }

    @Test
    void aClientIsNobodyWhereNoCertificatesAreAskedFor() throws Exception {
        assertThat(connected(serverTls, annsTls).request("who am I", "", String.class))
                .isEqualTo("nobody");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void theEndOfOneSideIsACleanEndOfTheOther(String version) throws Exception {
        Sock sock = connected(serverTls, clientTls.protocols(version));
        server.close();
        CloseReason reason = sock.closed().toCompletableFuture().get(10, TimeUnit.SECONDS);
        assertThat(reason.isClean()).as(reason.toString()).isTrue();
    }
}
