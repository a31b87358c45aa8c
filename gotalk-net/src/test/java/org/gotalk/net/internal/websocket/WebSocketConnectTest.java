package org.gotalk.net.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.gotalk.spi.Transport;
import org.gotalk.testing.websocket.ServerSide;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The handshake, and the words for what goes wrong with it. */
class WebSocketConnectTest {

    @AutoClose
    private final WebSocketFixture opened = new WebSocketFixture();

    private ServerSide accepted() throws Exception {
        return opened.server().accept();
    }

    private ServerSide asked(Map<String, List<String>> headers, String... subprotocols) throws Exception {
        CompletableFuture<Transport> unused = opened.connect(opened.request(headers, List.of(subprotocols)));
        return accepted();
    }

    private static Transport open(CompletableFuture<Transport> connecting) throws Exception {
        return connecting.get(WebSocketFixture.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static Throwable failure(CompletableFuture<Transport> connecting) throws Exception {
        try {
            open(connecting);
        } catch (ExecutionException e) {
            return e.getCause();
        }
        throw new AssertionError("a WebSocket was opened");
    }

    @Test
    void pathAndQueryOfTheAddressReachTheServer() throws Exception {
        URI address = URI.create(opened.server().address() + "?room=blue%20one");
        CompletableFuture<Transport> connecting = opened.connect(WebSocketFixture.request(address));
        ServerSide side = accepted().opens();
        assertThat(side.requestLine()).isEqualTo("GET /gotalk?room=blue%20one HTTP/1.1");
        open(connecting);
    }

    @Test
    void theServersChoiceOfASubprotocolDecidesTheFraming() throws Exception {
        CompletableFuture<Transport> packed = opened.connect(opened.request());
        ServerSide side = accepted();
        assertThat(side.header("Sec-WebSocket-Protocol")).containsExactly("gotalk.v1");
        side.opens("gotalk.v1");
        assertThat(open(packed).supportsFullProtocol()).isTrue();

        CompletableFuture<Transport> split = opened.connect(opened.request());
        accepted().opens();
        assertThat(open(split).supportsFullProtocol()).isFalse();
    }

    @Test
    void severalSubprotocolsAreOfferedInTheirOrder() throws Exception {
        ServerSide side = asked(Map.of(), "gotalk.v1", "chat");
        assertThat(side.header("Sec-WebSocket-Protocol")).containsExactly("gotalk.v1, chat");
    }

    @Test
    void noSubprotocolNeedsToBeOffered() throws Exception {
        assertThat(asked(Map.of()).header("Sec-WebSocket-Protocol")).isEmpty();
    }

    @Test
    void headersReachTheServer() throws Exception {
        ServerSide side = asked(Map.of("Origin", List.of("http://localhost:1234"), "X-Several", List.of("one", "two")));
        assertThat(side.header("Origin")).containsExactly("http://localhost:1234");
        assertThat(side.header("X-Several")).containsExactly("one", "two");
    }

    @Test
    void aPageIsNotPretendedToBeBehindTheClient() throws Exception {
        assertThat(asked(Map.of()).header("Origin")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "200 OK, no WebSocket at this path",
        "400 Bad Request, at most one subprotocol",
        "401 Unauthorized, bearer token",
        "403 Forbidden, header Origin",
        "404 Not Found, nothing at this path",
        "426 Upgrade Required, no WebSocket at this path",
        "503 Service Unavailable, try again later",
    })
    void aRefusalNamesTheStatusAndWhatIsLikelyWrong(String status, String hint) throws Exception {
        CompletableFuture<Transport> connecting = opened.connect(opened.request());
        accepted().refuses(status);
        assertThat(failure(connecting))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("the server answered " + status.substring(0, 3) + ": ")
                .hasMessageContaining(hint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.org/sign-in?for=chat", "/login.html", "login", "https://login.example.org"})
    void aRedirectToAnotherPathIsTakenForASignIn(String location) throws Exception {
        CompletableFuture<Transport> connecting = opened.connect(opened.request());
        accepted().refuses("302 Found", "Location: " + location);
        assertThat(failure(connecting))
                .hasMessageContaining("it redirects to " + location + ", most likely because it wants a sign-in")
                .hasMessageNotContaining("connect there");
    }

    @Test
    void aRedirectToThePathElsewhereIsNotFollowedButNamed() throws Exception {
        ConnectRequest request = opened.request();
        CompletableFuture<Transport> connecting = opened.connect(request);
        String location = "wss://example.org" + request.address().getPath();
        accepted().refuses("302 Found", "Location: " + location);
        assertThat(failure(connecting)).hasMessageContaining("it redirects to " + location + ": connect there");
    }

    @Test
    void anAnswerThatDoesNotBelongToTheHandshakeIsRefused() throws Exception {
        CompletableFuture<Transport> connecting = opened.connect(opened.request());
        accepted().refuses("101 Yes", "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Accept: no");
        assertThat(failure(connecting))
                .hasMessageContaining("not that of a WebSocket server: Bad Sec-WebSocket-Accept");
    }

    @Test
    void aSubprotocolThatWasNotOfferedIsRefused() throws Exception {
        CompletableFuture<Transport> connecting = opened.connect(opened.request());
        accepted().opens("mqtt");
        assertThat(failure(connecting)).hasMessageContaining("Unexpected subprotocol: mqtt");
    }

    @Test
    void aServerThatSpeaksNoHttpIsTold() throws Exception {
        CompletableFuture<Transport> connecting = opened.connect(opened.request());
        accepted().answers("SSH-2.0-OpenSSH\r\n");
        assertThat(failure(connecting))
                .hasMessage("the server does not support HTTP, or requires wss:// instead of ws://"
                        + " (invalid status line: \"SSH-2.0-OpenSSH\")");
    }

    @Test
    void aServerThatHangsUpIsTold() throws Exception {
        CompletableFuture<Transport> connecting = opened.connect(opened.request());
        accepted().vanishes();
        assertThat(failure(connecting)).hasMessageStartingWith("the server closed the connection without a response");
    }

    @Test
    void aServerThatDoesNotAnswerIsNotWaitedForLongerThanTheTimeout() throws Exception {
        opened.letTimePass();
        CompletableFuture<Transport> connecting = opened.connect(opened.impatient());
        accepted();
        assertThat(failure(connecting)).isInstanceOf(ConnectException.class).hasMessage("no answer within PT0.5S");
    }

    @Test
    void theBodyOfARefusalIsNotWaitedFor() throws Exception {
        CompletableFuture<Transport> connecting = opened.connect(opened.request());
        ServerSide side = accepted().answers("HTTP/1.1 403 Forbidden\r\n\r\nand so on");
        assertThat(failure(connecting)).hasMessageStartingWith("the server answered 403");
        assertThat(side.hearsTheEnd()).isTrue();
    }

    @Test
    void anAnswerThatComesInPiecesIsUnderstood() throws Exception {
        CompletableFuture<Transport> connecting = opened.connect(opened.request());
        ServerSide side = accepted();
        String answer = side.switching("");
        for (int i = 0; i < answer.length(); i++) {
            side.answers(answer.substring(i, i + 1));
        }
        assertThat(open(connecting).supportsFullProtocol()).isFalse();
    }

    @Test
    void whatTheServerSaysRightBehindTheAnswerIsNotLost() throws Exception {
        CompletableFuture<Transport> connecting = opened.connect(opened.request());
        ServerSide side = accepted();
        side.answers(side.switching("") + "\u0082\u0002" + "01");
        RecordedEvents heard = new RecordedEvents();
        open(connecting).start(heard);
        assertThat(heard.next()).isEqualTo("01");
    }

    @Test
    void anAnswerWithoutEndIsNotReadForEver() throws Exception {
        CompletableFuture<Transport> connecting = opened.connect(opened.request());
        accepted().answers("HTTP/1.1 101 Yes\r\nX-Long: " + "x".repeat(70_000));
        assertThat(failure(connecting)).hasMessageContaining("longer than 65536 bytes");
    }

    @Test
    void aWebSocketThatIsOpenedTooLateIsClosed() throws Exception {
        opened.letTimePass();
        CompletableFuture<Transport> connecting = opened.connect(opened.impatient());
        ServerSide side = accepted();
        assertThat(failure(connecting)).hasMessage("no answer within PT0.5S");
        side.opens();
        assertThat(side.hearsTheEnd()).isTrue();
    }

    @Test
    void whatIsBeingOpenedFailsWhenThisSideIsClosed() throws Exception {
        CompletableFuture<Transport> connecting = opened.connect(opened.request());
        accepted();
        opened.closeClients();
        assertThat(failure(connecting)).hasMessage("this side stops");
    }

    @Test
    void secretsOfTheHandshakeAreNotShown() {
        ConnectRequest request = opened.request(Map.of("Cookie", List.of("secret")), List.of());
        assertThat(request.toString()).isEqualTo(opened.server().address().toString());
    }
}
