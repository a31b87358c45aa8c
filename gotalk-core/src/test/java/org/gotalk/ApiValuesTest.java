package org.gotalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The small values of the API. */
class ApiValuesTest {

    @Test
    void aHandshakeKeepsItsValuesWhateverBecomesOfTheirMaps() {
        List<String> rooms = new ArrayList<>(List.of("a", "b"));
        Map<String, List<String>> parameters = new HashMap<>(Map.of("room", rooms));
        Peer peer = new Peer("here", Optional.empty(), handshake(parameters, Map.of()));
        rooms.clear();
        parameters.clear();
        assertThat(peer.parameter("room")).contains("a");
        assertThat(peer.handshake().parameters().get("room")).containsExactly("a", "b");
        assertThatThrownBy(() -> peer.handshake().parameters().get("room").add("c"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void whatAHandshakeDoesNotHaveIsEmpty() {
        Peer peer = new Peer("here", Optional.empty(), handshake(Map.of("none", List.of()), Map.of()));
        assertThat(peer.parameter("none")).isEmpty();
        assertThat(peer.parameter("other")).isEmpty();
        assertThat(peer.handshake().header("other")).isEmpty();
        assertThat(peer.handshake().cookie("other")).isEmpty();
        assertThat(peer.handshake().attribute("other", String.class)).isEmpty();
        assertThat(Peer.at("there").handshake()).isSameAs(Handshake.NONE);
    }

    @Test
    void headersAreFoundInAnyCase() {
        Handshake handshake = handshake(Map.of(), Map.of("Accept-Language", List.of("da", "en")));
        assertThat(handshake.header("accept-LANGUAGE")).contains("da");
        assertThat(handshake.headers()).containsOnlyKeys("accept-language");
        Map<String, List<String>> twice = Map.of("X-A", List.of("1"), "x-a", List.of("1"));
        assertThat(handshake(Map.of(), twice).header("X-A")).contains("1");
    }

    @Test
    void theTextOfAHandshakeHasNoSecrets() {
        Handshake handshake = new Handshake(
                "/gotalk",
                Map.of("id", "secret"),
                Map.of("token", List.of("secret")),
                Map.of("Authorization", List.of("secret")),
                Map.of("session", "secret"),
                Optional.of("secret"),
                Map.of("cart", "secret"));
        assertThat(handshake.toString()).contains("/gotalk", "cart").doesNotContain("secret");
    }

    private static Handshake handshake(Map<String, List<String>> parameters, Map<String, List<String>> headers) {
        return new Handshake("/gotalk", Map.of(), parameters, headers, Map.of(), Optional.empty(), Map.of());
    }

    @Test
    void aRetryWaitsAtMost32BitsOfMilliseconds() {
        Duration longest = Duration.ofMillis(0xffff_ffffL);
        assertThat(RetryLater.after(longest, "later").delay()).isEqualTo(longest);
        assertThat(RetryLater.after(Duration.ZERO, "later").getMessage()).isEqualTo("later");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetryLater.after(longest.plusMillis(1), "later"))
                .withMessage("delay PT1193H2M47.296S is not between 0 and 4294967295 ms");
        assertThatIllegalArgumentException().isThrownBy(() -> RetryLater.after(Duration.ofNanos(-1), "later"));
    }

    @Test
    void aLostConnectionSaysWhetherItIsSafeToRepeat() {
        CloseReason reason = CloseReason.of(CloseReason.Code.ABNORMAL, "network is gone");
        assertThat(new SockClosedException(reason, true))
                .hasMessage("connection closed: ABNORMAL (network is gone); the request may have run");
        assertThat(new SockClosedException(CloseReason.NORMAL, false))
                .hasMessage("connection closed: NORMAL; nothing was sent, it is safe to repeat");
    }

    @Test
    void onlyOrderlyEndsAreClean() {
        for (CloseReason.Code code : CloseReason.Code.values()) {
            assertThat(CloseReason.of(code, "").isClean())
                    .isEqualTo(code == CloseReason.Code.NORMAL || code == CloseReason.Code.GOING_AWAY);
        }
    }

    @Test
    void onlyEndsThatAskForASignInOrForNothingAreFinal() {
        assertThat(Stream.of(CloseReason.Code.values())
                        .filter(code -> CloseReason.of(code, "").isFinal()))
                .containsExactly(
                        CloseReason.Code.SIGNED_OUT,
                        CloseReason.Code.EXPIRED,
                        CloseReason.Code.KICKED,
                        CloseReason.Code.REPLACED);
    }

    @Test
    void failuresNameWhatFailed() {
        assertThat(new RequestTimeoutException("echo", Duration.ofMillis(1500)))
                .hasMessage("no result of \"echo\" within 1500 ms");
        assertThat(OutboxFullException.ofBytes(5, 4)).hasMessage("outbound queue is full: 5 bytes, the limit is 4");
        assertThat(OutboxFullException.ofWaiting(2, 300))
                .hasMessage("too many messages wait for a connection: 2 messages, 300 bytes");
    }

    @Test
    void aRequestThatWaitedForAConnectionInVainIsSafeToRepeat() {
        assertThat(RequestTimeoutException.ofUnsent("echo", Duration.ofMillis(1500)))
                .hasMessage("no connection for \"echo\" within 1500 ms; nothing was sent, it is safe to repeat")
                .matches(timeout -> !timeout.mayHaveRun());
        assertThat(new RequestTimeoutException("echo", Duration.ofMillis(1500)))
                .matches(RequestTimeoutException::mayHaveRun);
        assertThat(SockClosedException.withoutConnection(CloseReason.NORMAL))
                .hasMessage("no connection at present: NORMAL; nothing was sent, it is safe to repeat")
                .matches(closed -> !closed.mayHaveRun());
    }
}
