package org.gotalk.reach.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gotalk.reach.node.SessionServer.said;
import static org.gotalk.reach.node.SessionServer.sock;

import java.time.Duration;
import java.util.List;
import org.gotalk.CloseReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What ends a session, or what it keeps. */
@Timeout(60)
class SessionEndsTest {

    private final SessionServer node = new SessionServer();

    @AfterEach
    void end() {
        node.close();
    }

    @Test
    void whatThePeerAcknowledgesIsNotKept() {
        RawSession peer = node.begin("");
        for (int i = 1; i <= 40; i++) {
            sock(peer).notify("said", i);
            node.server.settle();
            peer.say("$gotalk/ack", "%08x".formatted(i));
        }
        node.server.settle();
        peer.lose();

        assertThat(peer.comeBack(39)).contains("\"recovered\":false");
    }

    @Test
    void whatDoesNotFitInIsToldAndNoPartOfItComes() {
        RawSession peer = node.begin("");
        node.join(peer, "one");
        peer.lose();
        for (int i = 0; i < 21; i++) {
            node.say("one", i);
        }

        assertThat(peer.comeBack(0)).contains("\"recovered\":false").contains("\"rooms\":[\"one\"]");

        assertThat(said(peer)).isEmpty();
        node.say("one", 99);
        assertThat(said(peer)).containsExactly("99");
    }

    @Test
    void whoHasNotHeardOfALossIsToldAtTheNextReturn() {
        RawSession peer = node.begin("");
        node.join(peer, "one");
        peer.lose();
        for (int i = 0; i < 21; i++) {
            node.say("one", i);
        }
        peer.almostComeBack(0).almostComeBack(0);

        assertThat(peer.comeBack(0)).contains("\"recovered\":false").contains("\"rooms\":[\"one\"]");

        assertThat(peer.lose().comeBack(0)).contains("\"recovered\":true");
    }

    @Test
    void whoStaysAwayForTooLongHasLeft() {
        RawSession peer = node.begin("");
        String key = peer.key();
        node.join(peer, "one");
        peer.lose();
        node.time.advance(Duration.ofSeconds(119));
        assertThat(node.members("one")).isEqualTo(1);

        node.time.advance(Duration.ofSeconds(2));

        assertThat(node.members("one")).isZero();
        assertThat(node.events).containsExactly("joined one", "left one");
        assertThat(peer.comeBack(0)).contains("\"recovered\":false").contains("\"rooms\":[]");
        assertThat(peer.key()).isNotEqualTo(key);
    }

    @Test
    void whoLeavesIsNotWaitedFor() {
        RawSession peer = node.begin("");
        node.join(peer, "one");

        peer.connection().close();

        node.server.await("leaving", () -> node.events.contains("left one"));
    }

    @Test
    void whoIsSentAwayIsNotWaitedFor() {
        RawSession peer = node.begin("");
        node.join(peer, "one");

        sock(peer).close(CloseReason.of(CloseReason.Code.KICKED, "rude"));

        node.server.await("leaving", () -> node.events.contains("left one"));
        assertThat(peer.comeBack(0)).contains("\"recovered\":false");
    }

    @Test
    void whoIsAwayForLongestMakesWay() {
        RawSession first = node.begin("");
        RawSession second = node.begin("");
        node.join(first, "one");
        node.join(second, "two");
        first.lose();
        second.lose();

        for (String room : List.of("one", "two")) {
            node.say(room, "x".repeat(6_000));
        }

        assertThat(first.comeBack(0)).contains("\"recovered\":false");
        assertThat(second.comeBack(0)).contains("\"recovered\":true");
    }
}
