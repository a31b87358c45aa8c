package org.gotalk.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.gotalk.ConnectFailedException;
import org.gotalk.Handlers;
import org.gotalk.Limits;
import org.gotalk.Sock;
import org.gotalk.net.Tls.ClientCertificates;
import org.gotalk.testing.Certificates;
import org.gotalk.testing.Certificates.Holder;
import org.gotalk.testing.LogLines;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that TLS prevents: whoever connects reads why, and the server serves others on. */
class TlsErrorsTest {

    private static final int LONGEST_MILLIS = 20_000;

    @AutoClose
    private final Gotalk server =
            Gotalk.serving(Handlers.create().handle("greet", String.class, name -> "Hello " + name));

    @AutoClose
    private final Gotalk client = Gotalk.create();

    private final Tls good = Tls.defaults().trust(Certificates.authority());
    private final Tls strict =
            identity(Holder.LOCALHOST).trust(Certificates.authority()).clientCertificates(ClientCertificates.REQUIRED);

    TlsErrorsTest() throws Exception {}

    private static Tls identity(Holder holder) throws Exception {
        KeyStore keys = Certificates.identity(holder);
        return Tls.defaults().identity(keys, Certificates.PASSWORD);
    }

    private String listen(Tls tls) throws Exception {
        return server.listen("tls://localhost:0", ListenOptions.defaults().tls(tls))
                .address()
                .toString();
    }

    private Throwable failure(String address, Tls tls) {
        ConnectFailedException failure = catchThrowableOfType(
                ConnectFailedException.class,
                () -> client.connect(address, ConnectOptions.defaults().tls(tls)));
        assertThat(failure).as("a failure to connect").isNotNull();
        return failure;
    }

    private static String tcp(String address) {
        return address.replace("tls:", "tcp:");
    }

    @Test
    void theAddressIsNamed() throws Exception {
        String address = listen(identity(Holder.ELSEWHERE));
        assertThat(failure(address, good)).hasMessageStartingWith("cannot connect to " + address + ": ");
    }

    @Test
    void whatTheJdkSaysIsTheCause() throws Exception {
        assertThat(failure(listen(identity(Holder.ELSEWHERE)), good))
                .cause()
                .isInstanceOf(SSLException.class)
                .cause()
                .isInstanceOf(SSLException.class);
    }

    @Test
    void aCertificateOfAnotherHost() throws Exception {
        assertThat(failure(listen(identity(Holder.ELSEWHERE)), good))
                .hasMessageContaining("the peer's certificate does not match the host")
                .hasMessageContaining("localhost");
    }

    @Test
    void aCertificateThatHasExpired() throws Exception {
        assertThat(failure(listen(identity(Holder.EXPIRED)), good)).hasMessageContaining("has expired");
    }

    @Test
    void aCertificateThatIsNotValidYet() throws Exception {
        assertThat(failure(listen(identity(Holder.TOO_EARLY)), good)).hasMessageContaining("is not valid yet");
    }

    @Test
    void aCertificateOfAnIssuerWhoIsNotTrusted() throws Exception {
        Tls strange = Tls.defaults().trust(Certificates.strangeAuthority());
        assertThat(failure(listen(identity(Holder.LOCALHOST)), strange))
                .hasMessageContaining("the issuer of the peer's certificate is not trusted");
    }

    @Test
    void theJdksOwnTrustDoesNotCoverIt() throws Exception {
        assertThat(failure(listen(identity(Holder.LOCALHOST)), Tls.defaults()))
                .hasMessageContaining("the issuer of the peer's certificate is not trusted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void aClientWithoutTheCertificateThatIsRequired(String version) throws Exception {
        assertThat(failure(listen(strict), good.protocols(version)))
                .hasMessageContaining("requires a client certificate that it accepts")
                .cause()
                .isInstanceOf(SSLException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void aClientWhoseCertificateIsNotTrusted(String version) throws Exception {
        Tls ann = good.identity(Certificates.identity(Holder.ANN), Certificates.PASSWORD);
        Tls distrust = strict.trust(Certificates.strangeAuthority());
        assertThat(failure(listen(distrust), ann.protocols(version)))
                .hasMessageContaining("requires a client certificate that it accepts");
    }

    @Test
    void aClientWithoutTlsLearnsThatTheServerWantsIt() throws Exception {
        assertThat(failure(tcp(listen(identity(Holder.LOCALHOST))), good))
                .hasMessageContaining("protocol version is the beginning of a TLS handshake");
    }

    @Test
    void aServerWithoutTls() throws Exception {
        String plain = server.listen("tcp://localhost:0").address().toString();
        assertThat(failure(plain.replace("tcp:", "tls:"), good))
                .hasMessageContaining("the peer sent plain text instead of TLS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void noVersionInCommon(String version) throws Exception {
        String other = version.equals("TLSv1.3") ? "TLSv1.2" : "TLSv1.3";
        assertThat(failure(listen(identity(Holder.LOCALHOST).protocols(other)), good.protocols(version)))
                .hasMessageContaining("TLS version that is enabled here");
    }

    @Test
    void aServerThatSaysNothing() throws Exception {
        try (ServerSocket silent = new ServerSocket(0)) {
            ConnectOptions hasty = ConnectOptions.defaults().timeout(Duration.ofMillis(200));
            assertThatThrownBy(() -> client.connect("tls://localhost:" + silent.getLocalPort(), hasty))
                    .isInstanceOf(ConnectFailedException.class)
                    .hasMessageContaining("the peer did not complete the TLS handshake within PT0.2S");
        }
    }

    @Test
    void aClientThatSaysNothingIsLeftAfterTheHandshakeTimeout() throws Exception {
        Limits hasty = Limits.builder().handshakeTimeout(Duration.ofMillis(200)).build();
        try (Gotalk impatient = Gotalk.builder().limits(hasty).build();
                Socket silent = new Socket()) {
            Listener listener = impatient.listen(
                    "tls://localhost:0", ListenOptions.defaults().tls(identity(Holder.LOCALHOST)));
            silent.connect(new InetSocketAddress("localhost", listener.address().getPort()));
            silent.setSoTimeout(LONGEST_MILLIS);
            assertThat(silent.getInputStream().readAllBytes()).isNotEmpty();
        }
    }

    @Test
    void othersAreServedOn() throws Exception {
        String address = listen(strict);
        assertThat(failure(address, good)).isNotNull();
        assertThat(failure(tcp(address), good)).isNotNull();
        Tls ann = good.identity(Certificates.identity(Holder.ANN), Certificates.PASSWORD);
        Sock sock = client.connect(address, ConnectOptions.defaults().tls(ann));
        assertThat(sock.request("greet", "Ann", String.class)).isEqualTo("Hello Ann");
    }

    @Test
    void theServersLogHasOneLineForEach() throws Exception {
        try (LogLines log = new LogLines("org.gotalk.net")) {
            assertThat(failure(listen(strict), good)).isNotNull();
            assertThat(log.next())
                    .matches(
                            "TLS handshake with tls://.* failed: the peer has no client certificate, but one is required");
            assertThat(log.further()).isEmpty();
        }
    }
}
