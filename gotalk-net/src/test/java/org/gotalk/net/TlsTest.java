package org.gotalk.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.gotalk.net.Tls.ClientCertificates;
import org.gotalk.testing.Certificates;
import org.gotalk.testing.Certificates.Holder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trust and identities as they are given, and what is said of those that will not do. */
class TlsTest {

    private static final Address ADDRESS = Address.of("tls://localhost:4433");

    @TempDir
    Path folder;

    @AutoClose
    private final Gotalk server = Gotalk.create();

    @AutoClose
    private final Gotalk client = Gotalk.create();

    private Path file(String name, String content) throws Exception {
        return Files.writeString(folder.resolve(name), content);
    }

    private Path chain(Holder holder) throws Exception {
        return file("chain.pem", Certificates.pem(Certificates.chain(holder)));
    }

    private Path key(Holder holder) throws Exception {
        return file(
                "key.pem",
                Certificates.pem("PRIVATE KEY", Certificates.key(holder).getEncoded()));
    }

    private void connects(Tls tlsOfServer, Tls tlsOfClient) throws Exception {
        Listener listener =
                server.listen("tls://localhost:0", ListenOptions.defaults().tls(tlsOfServer));
        String address = listener.address().toString();
        assertThat(client.connect(address, ConnectOptions.defaults().tls(tlsOfClient)))
                .isNotNull();
    }

    private static KeyStore empty() throws Exception {
        KeyStore empty = KeyStore.getInstance("PKCS12");
        empty.load(null, null);
        return empty;
    }

    @ParameterizedTest
    @EnumSource(names = {"LOCALHOST", "LOCALHOST_RSA"})
    void identityAndTrustMayBePemFiles(Holder holder) throws Exception {
        Path authority =
                file("authority.pem", Certificates.pem(Certificates.authority().getCertificate("authority")));
        connects(
                Tls.defaults().identity(chain(holder), key(holder)),
                Tls.defaults().trust(authority));
    }

    @Test
    void chainAndKeyMayBeInOneFile() throws Exception {
        String both = Files.readString(key(Holder.LOCALHOST)) + Files.readString(chain(Holder.LOCALHOST));
        Path file = file("both.pem", both);
        connects(Tls.defaults().identity(file, file), Tls.defaults().trust(Certificates.authority()));
    }

    @Test
    void trustMayBeInTheVeryCertificate() throws Exception {
        Tls elsewhere = Tls.defaults().identity(Certificates.identity(Holder.ELSEWHERE), Certificates.PASSWORD);
        Path certificate = file("its.pem", Certificates.pem(Certificates.chain(Holder.ELSEWHERE)[0]));
        connects(elsewhere, Tls.defaults().trust(certificate).hostnameCheck(false));
    }

    @Test
    void theDateOfACertificateThatIsTrustedItselfIsNotLookedAt() throws Exception {
        Tls expired = Tls.defaults().identity(Certificates.identity(Holder.EXPIRED), Certificates.PASSWORD);
        Path certificate = file("its.pem", Certificates.pem(Certificates.chain(Holder.EXPIRED)[0]));
        connects(expired, Tls.defaults().trust(certificate));
    }

    @Test
    void aContextMayBeGivenReady() throws Exception {
        Tls set = Tls.defaults()
                .identity(Certificates.identity(Holder.LOCALHOST), Certificates.PASSWORD)
                .trust(Certificates.authority());
        connects(Tls.of(set.context()), Tls.of(set.context()));
        assertThatThrownBy(() -> Tls.of(SSLContext.getDefault()).trust(Certificates.authority()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("trust and identity are those of the SSLContext");
    }

    @Test
    void oneIsUsedForManyConnectionsAsOneContext() {
        Tls tls = Tls.defaults().protocols("TLSv1.3");
        assertThat(tls.context()).isSameAs(tls.context());
    }

    @Test
    void oldVersionsAreNotSpoken() {
        assertThat(Tls.defaults().clientEngine(ADDRESS).getEnabledProtocols())
                .containsExactlyInAnyOrder("TLSv1.3", "TLSv1.2");
        assertThat(Tls.defaults().serverEngine().getEnabledProtocols()).containsExactlyInAnyOrder("TLSv1.3", "TLSv1.2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.1", "SSLv3", "", "tls"})
    void norCanTheyBeSwitchedOn(String version) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tls.defaults().protocols("TLSv1.3", version))
                .withMessage("protocols are [TLSv1.3, " + version + "], but must be among [TLSv1.3, TLSv1.2]");
    }

    @Test
    void atLeastOneVersionIsSpoken() {
        assertThatIllegalArgumentException().isThrownBy(() -> Tls.defaults().protocols());
    }

    @Test
    void theHostIsLookedAtUnlessOtherwiseSaid() {
        assertThat(checkOf(Tls.defaults(), "localhost")).isEqualTo("HTTPS");
        assertThat(checkOf(Tls.defaults().hostnameCheck(false), "localhost")).isNull();
    }

    @Test
    void hostsThatTheJdkDoesNotTakeAreLookedAtHere() {
        Address odd = Address.of("tls://my_host:4433");
        assertThat(checkOf(Tls.defaults(), "my_host")).isNull();
        assertThat(Tls.defaults().hostToCheck(odd)).isPresent();
        assertThat(Tls.defaults().hostnameCheck(false).hostToCheck(odd)).isEmpty();
        for (String host : List.of("localhost", "127.0.0.1", "[::1]")) {
            assertThat(Tls.defaults().hostToCheck(Address.of("tls://" + host + ":4433")))
                    .isEmpty();
        }
    }

    private static @Nullable String checkOf(Tls tls, String host) {
        return tls.clientEngine(Address.of("tls://" + host + ":4433"))
                .getSSLParameters()
                .getEndpointIdentificationAlgorithm();
    }

    @Test
    void certificatesOfClientsAreAskedForAsSaid() {
        assertThat(Arrays.stream(ClientCertificates.values())
                        .map(policy -> Tls.defaults().clientCertificates(policy).serverEngine())
                        .map(SSLEngine::getNeedClientAuth))
                .containsExactly(false, false, true);
        assertThat(Tls.defaults()
                        .clientCertificates(ClientCertificates.WANTED)
                        .serverEngine()
                        .getWantClientAuth())
                .isTrue();
    }

    @Test
    void whoListensNeedsAnIdentity() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> server.listen("tls://localhost:0"))
                .withMessage("\"tls://localhost:0\" needs a certificate:"
                        + " set ListenOptions.tls(…) with a Tls.identity(…)");
    }

    @ParameterizedTest
    @EnumSource(names = {"WANTED", "REQUIRED"})
    void whoAsksForCertificatesSaysWhomItTrusts(ClientCertificates policy) throws Exception {
        Tls trusting = Tls.defaults()
                .identity(Certificates.identity(Holder.LOCALHOST), Certificates.PASSWORD)
                .clientCertificates(policy);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> server.listen(
                        "tls://localhost:0", ListenOptions.defaults().tls(trusting)))
                .withMessageStartingWith("\"tls://localhost:0\" requests client certificates:");
    }

    @Test
    void aPasswordMustBeThatOfTheKey() throws Exception {
        KeyStore keys = Certificates.identity(Holder.ANN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tls.defaults().identity(keys, "wrong".toCharArray()))
                .withMessage("wrong password of the private key in the key store");
    }

    @Test
    void aKeyStoreMustHoldWhatItIsFor() throws Exception {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tls.defaults().identity(Certificates.authority(), Certificates.PASSWORD))
                .withMessage("the key store has no private key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tls.defaults().trust(empty()))
                .withMessage("the key store has no trusted certificate");
    }

    @Test
    void keyAndCertificateMustBelongTogether() throws Exception {
        Path chain = chain(Holder.LOCALHOST);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tls.defaults().identity(chain, key(Holder.ANN)))
                .withMessageStartingWith("the private key does not match the first certificate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tls.defaults().identity(chain, key(Holder.LOCALHOST_RSA)))
                .withMessageStartingWith("the private key does not match the first certificate");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path nowhere = folder.resolve("nowhere.pem");
        assertThatThrownBy(() -> Tls.defaults().trust(nowhere))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(nowhere.toString());
    }

    @Test
    void aFileMustHoldWhatItIsFor() throws Exception {
        Path key = key(Holder.ANN);
        Path chain = chain(Holder.ANN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tls.defaults().trust(key))
                .withMessage(key + " has no certificate: expected -----BEGIN CERTIFICATE-----");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tls.defaults().identity(chain, chain))
                .withMessage(chain + " has no private key: expected -----BEGIN PRIVATE KEY-----");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA PRIVATE KEY", "EC PRIVATE KEY", "ENCRYPTED PRIVATE KEY"})
    void forKeysInAnotherFormThereIsARemedy(String label) throws Exception {
        Path key = file("other.pem", Certificates.pem(label, new byte[] {1, 2, 3}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tls.defaults().identity(chain(Holder.ANN), key))
                .withMessage(key + " has a key in the format \"" + label + "\": expected PKCS#8 without a password;"
                        + " convert it with openssl pkcs8 -topk8 -nocrypt");
    }

    @Test
    void damageIsNamed() throws Exception {
        Path certificate = file("damaged.pem", Certificates.pem("CERTIFICATE", new byte[] {1, 2, 3}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tls.defaults().trust(certificate))
                .withMessageStartingWith(certificate + " has an invalid certificate: ");
        Path key = file("damaged-key.pem", Certificates.pem("PRIVATE KEY", new byte[] {1, 2, 3}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tls.defaults().identity(chain(Holder.ANN), key))
                .withMessage(key + " has a private key that is damaged or not of type" + " EC, RSA, EdDSA, RSASSA-PSS");
    }

    @Test
    void webSocketsAreNotListenedForHere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> server.listen("wss://localhost:0/gotalk"))
                .withMessageContaining("use a tcp:, tls: or unix: address");
    }
}
