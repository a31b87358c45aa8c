package org.gotalk.demo.peer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.http.WebSocket;
import org.gotalk.demo.peer.RawClient.Heard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a test is told when its client does not hear what it waits for. None of these may wait for the longest time. */
@Timeout(Hearing.LONGEST_SECONDS / 2)
class HearingTest {

    private final Hearing hearing = new Hearing(false);
    private final WebSocket socket = (WebSocket) Proxy.newProxyInstance(
            WebSocket.class.getClassLoader(), new Class<?>[] {WebSocket.class}, (proxy, method, arguments) -> null);

    @Test
    void whoWaitsForMoreThanComesIsToldHowTheServerClosed() {
        hears("R0001", true);
        hearing.onClose(socket, 1012, "going away");

        assertThatThrownBy(() -> hearing.next(13, "13 bytes"))
                .isInstanceOf(AssertionError.class)
                .hasMessage(
                        "13 bytes did not come; the server closed with 1012 \"going away\"; not read yet: \"R0001\"");
        assertThatThrownBy(() -> hearing.messages(2)).hasMessageStartingWith("2 messages did not come; the server");
    }

    @Test
    void whoWaitsForACloseCodeIsToldThatTheConnectionBroke() {
        hearing.onError(socket, new IOException("reset"));

        assertThatThrownBy(hearing::closeCode)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("a close code did not come; the connection broke: java.io.IOException: reset");
    }

    @Test
    void whatCameBeforeTheEndIsReadAfterIt() throws Exception {
        hears("01R0001", true);
        hearing.onClose(socket, 1000, "");

        assertThat(hearing.next(2, "a version")).isEqualTo("01");
        assertThat(hearing.endsBefore(5)).isFalse();
        assertThat(hearing.endsBefore(6)).isTrue();
        assertThat(hearing.rest()).isEqualTo("R0001");
        assertThat(hearing.closeCode()).isEqualTo(1000);
    }

    @Test
    void messagesKeepTheirKindAndAreJoinedFromTheirFragments() throws Exception {
        hears("0", false);
        hears("1", true);
        hearing.onText(socket, "é", true);

        assertThat(hearing.messages(2)).containsExactly(new Heard(false, "01"), new Heard(true, "\u00c3\u00a9"));
        assertThat(hearing.rest()).isEqualTo("01\u00c3\u00a9");
    }

    private void hears(String fragment, boolean last) {
        hearing.onBinary(socket, UTF_8.encode(fragment), last);
    }
}
