package org.gotalk.servers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import org.gotalk.net.ConnectOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the server says over HTTP. */
@ExtendWith(Recorded.class)
class HandshakesIT {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    @RegisterExtension
    static final KitApplication APPLICATION = new KitApplication();

    private final HttpClient http = HttpClient.newHttpClient();

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(APPLICATION.address().resolve(path)).timeout(LONGEST);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void aPageOfAnotherOriginMayNotConnect() {
        ConnectOptions stranger = ConnectOptions.defaults().header("Origin", "https://elsewhere.example");
        assertThatThrownBy(() -> APPLICATION.connect(stranger)).hasStackTraceContaining("403");
    }

    @Test
    void aPageOfTheSameOriginMayConnect() {
        String origin = APPLICATION.address().resolve("/").toString().replaceFirst("/$", "");
        assertThat(APPLICATION
                        .connect(ConnectOptions.defaults().header("Origin", origin))
                        .isOpen())
                .isTrue();
    }

    @Test
    void otherThanAHandshakeIsAnsweredAtOnce() throws Exception {
        HttpResponse<String> answer = get("gotalk");
        assertThat(answer.statusCode()).isEqualTo(426);
        assertThat(answer.body()).contains("WebSocket");
    }

    @Test
    void messagesAreNotCompressed() throws Exception {
        URI address = APPLICATION.address();
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout((int) LONGEST.toMillis());
            String request = "GET " + address.getPath() + "gotalk HTTP/1.1\r\nHost: " + address.getAuthority()
                    + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                    + "Sec-WebSocket-Extensions: permessage-deflate\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            BufferedReader head = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
            assertThat(head.readLine()).startsWith("HTTP/1.1 101");
            String line = head.readLine();
            while (!line.isEmpty()) {
                assertThat(line.toLowerCase(Locale.ROOT)).doesNotStartWith("sec-websocket-extensions:");
                line = head.readLine();
            }
        }
    }

    @Test
    void theStatusSaysWhoMayConnect() throws Exception {
        assertThat(get("gotalk/status").body()).contains("\"mayConnect\":true");
    }

    @Test
    void theScriptIsServedOnceAndCompressed() throws Exception {
        HttpResponse<String> plain = get("gotalk/gotalk.js");
        assertThat(plain.statusCode()).isEqualTo(200);
        String tag = plain.headers().firstValue("ETag").orElseThrow();

        assertThat(get("gotalk/gotalk.js", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get("gotalk/gotalk.js", "Accept-Encoding", "gzip").headers().firstValue("Content-Encoding"))
                .hasValue("gzip");
    }
}
