package org.gotalk.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.util.Map;
import org.gotalk.ConnectFailedException;
import org.gotalk.net.ConnectOptions;
import org.gotalk.net.Gotalk;
import org.gotalk.net.Tls;
import org.gotalk.testing.Certificates;
import org.gotalk.testing.Certificates.Holder;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An application that is reached with TLS, by those who show a certificate. */
@RunAsClient
@ArquillianTest
class SecureListeningIT {

    @AutoClose
    private final Gotalk gotalk = Gotalk.create();

    @ArquillianResource
    private URI base;

    private String door = "";

    @Deployment(testable = false)
    static WebArchive archive() throws Exception {
        Path folder = Files.createTempDirectory("gotalk");
        Certificate[] chain = Certificates.chain(Holder.LOCALHOST);
        Path certificate = Files.writeString(folder.resolve("server.crt"), Certificates.pem(chain));
        Path key = Files.writeString(
                folder.resolve("server.key"),
                Certificates.pem(
                        "PRIVATE KEY", Certificates.key(Holder.LOCALHOST).getEncoded()));
        Path issuers = Files.writeString(folder.resolve("peers.crt"), Certificates.pem(chain[chain.length - 1]));
        return Archives.with(
                Archives.servingBeans(ListeningBeans.class),
                Map.of(
                        "gotalk.listen", "tls://localhost:0",
                        "gotalk.listen-certificate", certificate.toString(),
                        "gotalk.listen-key", key.toString(),
                        "gotalk.listen-trust", issuers.toString()));
    }

    @BeforeEach
    void findDoor() throws Exception {
        try (JavaPeer peer = new JavaPeer(base)) {
            door = peer.sock().request("doors", "", String[].class)[0];
        }
    }

    @Test
    void beansKnowTheSubjectOfThePeersCertificate() throws Exception {
        Tls ann = trusting().identity(Certificates.identity(Holder.ANN), Certificates.PASSWORD);
        assertThat(gotalk.connect(door, ConnectOptions.defaults().tls(ann)).request("who", "", String.class))
                .contains("CN=Ann");
    }

    @Test
    void whoShowsNoCertificateIsNotLetIn() throws Exception {
        ConnectOptions nobody = ConnectOptions.defaults().tls(trusting());
        assertThatThrownBy(() -> gotalk.connect(door, nobody))
                .isInstanceOf(ConnectFailedException.class)
                .hasMessageContaining("the peer requires a client certificate");
    }

    @Test
    void whoDoesNotTrustTheServerFindsOut() {
        assertThatThrownBy(() -> gotalk.connect(door))
                .isInstanceOf(ConnectFailedException.class)
                .hasMessageContaining("the issuer of the peer's certificate is not trusted");
    }

    private static Tls trusting() throws Exception {
        return Tls.defaults().trust(Certificates.authority());
    }
}
