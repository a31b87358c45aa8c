package org.gotalk.jakarta.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.Authenticator.RequestorType;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.gotalk.Sock;
import org.gotalk.net.ReconnectOptions;
import org.gotalk.net.WebSocketOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where an application listens besides WebSockets, and the remote peers that it knows by names. */
class NetworkSettingsTest {

    private static final String ADDRESS = "gotalk.client.stock.address";

    @Test
    void nothingIsListenedToUnlessItIsSaid() {
        assertThat(from(Map.of()).listen()).isEmpty();
    }

    @Test
    void addressesMayHaveHandlerSetsOfTheirOwn() {
        String list = " tcp://0.0.0.0:4001, unix:/run/a=b.sock=the admins ,tcp://localhost:0=public,";
        assertThat(from(Map.of("gotalk.listen", list)).listen())
                .containsExactly(
                        Map.entry("tcp://0.0.0.0:4001", ""),
                        Map.entry("unix:/run/a=b.sock", "the admins"),
                        Map.entry("tcp://localhost:0", "public"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ws://localhost/gotalk|ws://localhost/gotalk",
                "tcp://localhost:1, 4001|4001",
                "tcp://localhost:1=|tcp://localhost:1=",
            })
    void whatCannotBeListenedAtIsNamed(String list, String wrong) {
        assertThatThrownBy(() -> from(Map.of("gotalk.listen", list)))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageEndingWith(
                        "  1. gotalk.listen is \"" + list + "\" (test), but must be a list of addresses, such as"
                                + " tcp://0.0.0.0:4001, tls://0.0.0.0:4433=admin or unix:/run/gotalk.sock: invalid entry \""
                                + wrong + "\"");
    }

    @Test
    void anAddressIsListenedAtOnce() {
        assertThatThrownBy(() -> from(Map.of("gotalk.listen", "tcp://localhost:1=a, tcp://localhost:1")))
                .hasMessageEndingWith("but must be a list without duplicates: \"tcp://localhost:1\" appears twice");
    }

    @Test
    void aTlsAddressNeedsACertificate() {
        assertThatThrownBy(() -> from(Map.of("gotalk.listen", "tls://localhost:4433")))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageEndingWith(
                        "  1. gotalk.listen has a tls: address, but gotalk.listen-certificate is not set: set"
                                + " it to a PEM file with the certificate, and gotalk.listen-key to one with its key");
    }

    @Test
    void filesThatAreNoCertificatesOrAreNotThereAreNamed(@TempDir Path folder) throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.crt"));
        Path nowhere = folder.resolve("nowhere.crt");
        assertThatThrownBy(() -> from(Map.of(
                        "gotalk.listen-certificate", empty.toString(), "gotalk.listen-trust", nowhere.toString())))
                .hasMessageContainingAll(
                        "1. gotalk.listen-trust needs PEM files, but one cannot be read: ",
                        nowhere.toString(),
                        "2. gotalk.listen-certificate needs valid PEM files, but " + empty + " has no certificate");
    }

    @Test
    void aKeyWithoutItsCertificateIsWrong() {
        assertThatThrownBy(() -> from(Map.of("gotalk.listen-key", "a.key")))
                .hasMessageEndingWith("  1. gotalk.listen-key is set, but gotalk.listen-certificate is not");
    }

    @Test
    void anAddressIsAllThatARemotePeerNeeds() {
        ClientSettings stock = client(Map.of(ADDRESS, "tcp://localhost:1"));

        assertThat(stock).isEqualTo(new ClientSettings("stock", "tcp://localhost:1", "", ReconnectOptions.defaults()));
    }

    @Test
    void allElseOfARemotePeerCanBeSet() {
        ClientSettings stock = client(Map.of(
                ADDRESS,
                "wss://localhost/gotalk",
                "gotalk.client.stock.timeout",
                "3s",
                "gotalk.client.stock.handlers",
                "public",
                "gotalk.client.stock.bearer-token",
                "sesame",
                "gotalk.client.stock.header.Origin",
                "https://example.org",
                "gotalk.client.stock.min-delay",
                "1s",
                "gotalk.client.stock.max-delay",
                "2s",
                "gotalk.client.stock.max-waiting",
                "5",
                "gotalk.client.stock.max-waiting-bytes",
                "1KiB"));

        assertThat(stock.handlers()).isEqualTo("public");
        ReconnectOptions options = stock.options();
        assertThat(options.connect().timeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(options.connect().webSocket().headers())
                .containsExactly(Map.entry("Origin", List.of("https://example.org")));
        assertThat(options.connect().webSocket().bearerToken().orElseThrow().get())
                .isEqualTo("sesame");
        assertThat(options.minDelay()).isEqualTo(Duration.ofSeconds(1));
        assertThat(options.maxDelay()).isEqualTo(Duration.ofSeconds(2));
        assertThat(options.maxWaiting()).isEqualTo(5);
        assertThat(options.maxWaitingBytes()).isEqualTo(1024);
        assertThat(stock.toString()).doesNotContain("sesame");
    }

    @Test
    void aProxyAndItsUserCanBeSet() {
        ClientSettings stock = client(Map.of(
                ADDRESS,
                "wss://example.org/gotalk",
                "gotalk.client.stock.proxy",
                "proxy_host:3128",
                "gotalk.client.stock.proxy-user",
                "ann",
                "gotalk.client.stock.proxy-password",
                "sesame"));
        WebSocketOptions options = stock.options().connect().webSocket();
        assertThat(options.proxy().orElseThrow().select(URI.create("https://example.org:443/")))
                .singleElement()
                .asString()
                .contains("proxy_host", ":3128");
        PasswordAuthentication user = options.proxyCredentials()
                .orElseThrow()
                .requestPasswordAuthenticationInstance(
                        "proxy_host", null, 3128, "http", "", "Basic", null, RequestorType.PROXY);
        assertThat(user.getUserName()).isEqualTo("ann");
        assertThat(user.getPassword()).containsExactly("sesame".toCharArray());
        assertThat(stock.toString()).doesNotContain("sesame");
    }

    @Test
    void aRemotePeerWithoutAnAddressIsNamedWithTheKeyThatIsMissing() {
        Settings settings = from(Map.of(ADDRESS, "tcp://localhost:1"));
        assertThatThrownBy(() -> settings.clients().named(List.of("stock", "weather")))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageEndingWith(
                        "  1. gotalk.client.weather.address is not set, but the application connects to \"weather\":"
                                + " set it to an address such as wss://example.org/gotalk or tcp://example.org:4001");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "timeout|0s|gotalk.client.stock.timeout is \"0s\" (test), but must be a duration"
                        + " from 1ms to 720h, such as 30s or PT30S",
                "max-delay|1ms|gotalk.client.stock.max-delay is 1ms, but must be at least"
                        + " gotalk.client.stock.min-delay, which is 500ms",
                "bearer-token|Bearer x|gotalk.client.stock.bearer-token is \"…\" (test), but must be a token without"
                        + " spaces and without the prefix \"Bearer\"",
                "header.Host|x|gotalk.client.stock.header.Host is invalid: header Host is set by the handshake itself",
                "proxy|proxy.example.org|gotalk.client.stock.proxy is \"proxy.example.org\" (test), but must be a host"
                        + " and a port such as proxy.example.org:3128",
                "proxy-password|sesame|gotalk.client.stock.proxy-password is set, but proxy-user is not",
                "certificate|nowhere.crt|gotalk.client.stock.certificate needs PEM files, but one cannot be read:"
                        + " java.nio.file.NoSuchFileException: nowhere.crt",
            })
    void aWrongValueOfARemotePeerIsNamed(String key, String value, String problem) {
        assertThatThrownBy(() -> client(Map.of(ADDRESS, "wss://localhost/gotalk", "gotalk.client.stock." + key, value)))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageEndingWith("  1. " + problem);
    }

    @Test
    void anAddressThatIsNoneIsNamedWithWhatWouldBeRight() {
        assertThatThrownBy(() -> client(Map.of(ADDRESS, "localhost:4001")))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining(
                        "1. gotalk.client.stock.address is \"localhost:4001\" (test), but must be an address:")
                .hasMessageContaining("use tcp://host:port")
                .hasMessageNotContaining("2. ");
    }

    @ParameterizedTest
    @CsvSource({"header.Origin, https://example.org", "proxy, proxy.example.org:3128"})
    void whatIsForWebSocketsIsWrongElsewhere(String key, String value) {
        assertThatThrownBy(() -> client(Map.of(ADDRESS, "tls://localhost:1", "gotalk.client.stock." + key, value)))
                .hasMessageEndingWith("  1. gotalk.client.stock.address is \"tls://localhost:1\", but headers and proxy"
                        + " need wss: or ws:");
    }

    @Test
    void aTokenSignsInWhereThereIsNoWebSocket() throws Exception {
        List<Object> tokens = new ArrayList<>();
        Sock sock = (Sock) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Sock.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("signInAsync");
                    tokens.add(arguments[0]);
                    return CompletableFuture.completedFuture(null);
                });
        ReconnectOptions options = client(
                        Map.of(ADDRESS, "tls://localhost:1", "gotalk.client.stock.bearer-token", "sesame"))
                .options();

        assertThat(options.setup().orElseThrow().prepare(sock)).isDone();
        assertThat(tokens).containsExactly("sesame");
        assertThat(options.connect().webSocket().bearerToken()).isEmpty();
    }

    @Test
    void atMostOneThingSaysWhoIsCalling() {
        assertThatThrownBy(() -> client(Map.of(
                        ADDRESS,
                        "wss://localhost/gotalk",
                        "gotalk.client.stock.header.Authorization",
                        "Basic x",
                        "gotalk.client.stock.bearer-token",
                        "sesame")))
                .hasMessageEndingWith("  1. gotalk.client.stock.bearer-token is invalid: use a bearer token or a header"
                        + " Authorization, not both");
    }

    @Test
    void aSlipInAKeyOfARemotePeerIsSeen() {
        assertThatThrownBy(() -> from(Map.of("gotalk.client.stock.adress", "tcp://localhost:1")))
                .hasMessageEndingWith("  1. unknown setting \"gotalk.client.stock.adress\", did you mean"
                        + " \"gotalk.client.stock.address\"? (test)");
        assertThatThrownBy(() -> from(Map.of("gotalk.client.a.b.address", "tcp://localhost:1")))
                .hasMessageEndingWith(
                        "  1. unknown setting \"gotalk.client.a.b.address\", did you mean \"gotalk.client.a.address\"?"
                                + " (test)");
    }

    private static ClientSettings client(Map<String, String> values) {
        return from(values).clients().named(List.of("stock")).get(0);
    }

    private static Settings from(Map<String, String> values) {
        return MapSource.settings(values);
    }
}
